/**
 * The script of the page. It replaces each still picture by an interactive one that fits the width at hand:
 * as many columns as the spec asks for while panels stay readable, else one below the other; texts beside panels keep their room.
 */
export const SCRIPT = `
(function () {
  var FRAME = 92, ALONE = 72, LEAST = 165;
  function fit(spec, width) {
    delete spec.title;
    var panels = spec.concat;
    if (!panels) return spec;
    var columns = Math.min(spec.columns || panels.length, panels.length);
    var widest = Math.max.apply(null, panels.map(function (panel) { return panel.width; }));
    var beside = (spec.usermeta || {}).beside || 0;
    var room = function (count) { return Math.floor(width / count) - (count === 1 ? ALONE : FRAME) - beside; };
    while (columns > 1 && room(columns) < Math.min(LEAST, widest)) columns = columns % 2 === 0 && columns > 2 ? columns / 2 : 1;
    spec.columns = columns;
    panels.forEach(function (panel) {
      panel.width = Math.max(120, Math.min(columns === 1 ? Math.max(panel.width, 420) : 1.25 * panel.width, room(columns)));
    });
    if (columns === 1) {
      spec.config.legend.columns = 2;
      spec.config.padding = 4;
    }
    return spec;
  }
  function show(picture) {
    var source = document.getElementById(picture.dataset.spec);
    var words = JSON.parse(document.getElementById('words').textContent);
    var spec = fit(JSON.parse(source.textContent), picture.clientWidth - 18);
    var host = document.createElement('div');
    if (!spec.concat) host.className = 'whole';
    var options = {renderer: 'svg', tooltip: {theme: 'light'}, i18n: words,
      actions: {export: true, source: false, compiled: false, editor: false}};
    return vegaEmbed(host, spec, options).then(function () {
      picture.replaceChildren(host);
      picture.classList.remove('still');
    });
  }
  function start() {
    var pictures = Array.prototype.slice.call(document.querySelectorAll('[data-spec]'));
    var all = function () {
      return pictures.reduce(function (done, picture) {
        return done.then(function () { return show(picture); }).catch(function (error) { console.error(error); });
      }, Promise.resolve());
    };
    var shown = window.innerWidth;
    var pending;
    window.addEventListener('resize', function () {
      if (Math.abs(window.innerWidth - shown) < 40) return;
      clearTimeout(pending);
      pending = setTimeout(function () { shown = window.innerWidth; all(); }, 250);
    });
    return all();
  }
  var faces = ['400 12px "Source Sans 3"', '600 12px "Source Sans 3"', '400 12px "Noto Sans SC"'];
  Promise.all(faces.map(function (face) { return document.fonts.load(face, '\\u03b7\\u7684'); })).then(start, start);
})();
`;
