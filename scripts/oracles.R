# Remakes test/inference/fixtures/breakAnswers.json: what R says about the series of test/inference/fixtures/breakSeries.csv.
# Run from the root of the project where R with segmented and strucchange is installed:
#   Rscript scripts/oracles.R && npx biome check --write test/inference/fixtures
# Series: rise, straight, power, binomial and jump are simulated tables; local and weighted were drawn in R (seeds 60 and 3);
# nile, stagnant and down are public data that come with R and segmented. KINK, SOFT and LINE are made here.
# The packages are run, never copied: they are under the GPL.
suppressMessages({library(segmented); library(strucchange)})

FIXTURES <- "test/inference/fixtures/"

json <- function(value) {
  if (is.null(value)) return("null")
  if (is.list(value)) {
    return(paste0("{", paste0("\"", names(value), "\": ", vapply(value, json, ""), collapse = ", "), "}"))
  }
  if (is.character(value)) return(paste0("\"", value, "\""))
  numbers <- ifelse(is.finite(value), sprintf("%.15g", value), "null")
  if (length(value) == 1) numbers else paste0("[", paste(numbers, collapse = ", "), "]")
}

series <- function(name) {
  rows <- all[all$series == name, ]
  rows[order(rows$x), ]
}

segmentedAnswer <- function(fit, seg) {
  if (is.null(seg$psi)) return(NULL)
  slopes <- slope(seg, digits = 15)[[1]]
  list(psi = unname(seg$psi[1, 2]), psiError = unname(seg$psi[1, 3]),
       intercept = unname(coef(seg)[1]), interceptError = unname(summary(seg)$coefficients[1, 2]),
       slopes = unname(slopes[, 1]), slopeErrors = unname(slopes[, 2]),
       change = unname(summary(seg)$coefficients[3, 1]), changeError = unname(summary(seg)$coefficients[3, 2]),
       deviance = deviance(seg), logLikelihood = as.numeric(logLik(seg)), aic = AIC(seg), bic = BIC(seg),
       degrees = df.residual(seg))
}

daviesAnswer <- function(fit) {
  test <- davies.test(fit, ~x, k = 10)
  process <- test$process
  list(p = test$p.value, best = unname(test$statistic), at = unname(process[, 1]), t = unname(process[, 2]))
}

scoreAnswer <- function(fit) {
  test <- pscore.test(fit, ~x)
  list(statistic = unname(test$statistic), p = test$p.value)
}

# davies.test looks for the data among the global names. pscore.test of segmented 1.6-2 is left out where there are weights:
# with all weights 1 it says something else than without weights.
kink <- function(data) {
  current <<- data
  weighted <- !any(is.na(data$weight))
  fit <- if (weighted) lm(y ~ x, data = current, weights = weight) else lm(y ~ x, data = current)
    list(line = list(intercept = unname(coef(fit)[1]), slope = unname(coef(fit)[2]), rss = deviance(fit),
                   logLikelihood = as.numeric(logLik(fit)), aic = AIC(fit), bic = BIC(fit)),
       quadratic = deviance(update(fit, . ~ poly(x, 2))), cubic = deviance(update(fit, . ~ poly(x, 3))),
       davies = daviesAnswer(fit), score = if (weighted) NULL else scoreAnswer(fit),
       segmented = segmentedAnswer(fit, suppressWarnings(segmented(fit, ~x))))
}

change <- function(formula, data, breaks = 5) {
  f <- Fstats(formula, data = data)
  p <- function(type) unname(sctest(f, type = type)$p.value)
  b <- breakpoints(formula, data = data, breaks = breaks)
  s <- summary(b)$RSS
  places <- lapply(seq_len(ncol(s) - 1), function(m) as.numeric(breakpoints(b, breaks = m)$breakpoints))
  names(places) <- seq_along(places)
  cusum <- sctest(efp(formula, data = data, type = "OLS-CUSUM"))
  best <- breakpoints(b)$breakpoints
  list(supF = unname(sctest(f, type = "supF")$statistic), supFp = p("supF"),
       expF = unname(sctest(f, type = "expF")$statistic), expFp = p("expF"),
       aveF = unname(sctest(f, type = "aveF")$statistic), aveFp = p("aveF"),
       statistics = as.numeric(f$Fstats),
       cusum = unname(cusum$statistic), cusumP = unname(cusum$p.value),
       rss = unname(s["RSS", ]), bic = unname(s["BIC", ]), breaks = lapply(places, I),
       best = if (all(is.na(best))) NULL else I(best))
}

# A list keeps a single number as a list of one where the reader expects a list.
jsonOf <- json
json <- function(value) {
  if (inherits(value, "AsIs")) {
    inner <- jsonOf(unclass(value))
    return(if (length(value) == 1) paste0("[", inner, "]") else inner)
  }
  jsonOf(value)
}

all <- read.csv(paste0(FIXTURES, "breakSeries.csv"))
i <- 0:49
e <- 0.015 * sin(7 * i)
at <- 1.7 + 0.02 * i
made <- list(KINK = 0.25 + 0.8 * pmax(2.2 - at, 0) + e,
             SOFT = 0.25 + 0.8 * 0.08 * log(1 + exp((2.2 - at) / 0.08)) + e,
             LINE = 0.25 + 0.4 * (2.68 - at) + e)
for (name in names(made)) all <- rbind(all, data.frame(series = name, x = at, y = made[[name]], weight = NA))

kinks <- lapply(c("rise", "straight", "power", "binomial", "jump", "stagnant", "local", "weighted", names(made)),
                function(name) kink(series(name)))
names(kinks) <- c("rise", "straight", "power", "binomial", "jump", "stagnant", "local", "weighted", names(made))

changes <- lapply(c("rise", "straight", "power", "binomial", "jump"), function(name) change(y ~ x, series(name)))
names(changes) <- c("rise", "straight", "power", "binomial", "jump")
changes$nile <- change(y ~ 1, series("nile"))
interval <- confint(breakpoints(y ~ 1, data = series("nile")))$confint
changes$nile$interval <- as.numeric(interval[1, c(1, 3)])

down <- series("down")
logit <- glm(y / weight ~ x, data = down, weights = weight, family = binomial)
binomialAnswer <- list(deviance = deviance(logit), nullDeviance = logit$null.deviance, aic = AIC(logit),
                       davies = daviesAnswer(logit), score = scoreAnswer(logit),
                       segmented = segmentedAnswer(logit, segmented(logit, ~x)))

law <- expand.grid(statistic = c(0.5, 1, 1.5, 2, 3, 4, 5, 7.12, 8.68, 10.13, 12.16, 15.37), k = 1:2)
approximated <- function(type) {
  mapply(function(s, k) strucchange:::pvalue.Fstats(s, type, k, (0.85 / 0.15)^2), law$statistic, law$k)
}

answers <- list("made by" = "scripts/oracles.R", versions = list(R = paste(R.version$major, R.version$minor, sep = "."),
                segmented = as.character(packageVersion("segmented")), strucchange = as.character(packageVersion("strucchange"))),
                kinks = kinks, changes = changes, down = binomialAnswer,
                law = list(statistic = law$statistic, k = law$k, supP = approximated("supF"),
                           expP = approximated("expF"), aveP = approximated("aveF")))
writeLines(json(answers), paste0(FIXTURES, "breakAnswers.json"))
