/** The style of the page: light and dark, wide, narrow and printed. Figures keep a white card in the dark. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--text:#1d2228;--soft:#5a6370;--line:#dfe2e7;--accent:#0b5fa5;
--break:#0b5fa5;--changed:#b3541e;--none:#2c7a52;--open:#6b7280}
@media (prefers-color-scheme:dark){:root{--ground:#14171b;--card:#1d2127;--text:#e7eaee;--soft:#a3acb8;--line:#343a43;--accent:#7db8f0;
--break:#2f7fc4;--changed:#c4662b;--none:#34895f;--open:#747c89}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 'Source Sans 3','Noto Sans SC',system-ui,'PingFang SC','Microsoft YaHei',sans-serif}
main{max-width:1200px;margin:0 auto;padding:28px 20px 60px}
h1{font-size:30px;line-height:1.2;margin:2px 0 6px}
h2{font-size:21px;margin:44px 0 8px}
h3{font-size:16.5px;margin:14px 0 4px}
.card h3{margin-top:0}
h1,h2,h3,strong,th,summary{font-weight:600}
p{margin:6px 0;overflow-wrap:anywhere}
.soft,figcaption,.note{color:var(--soft)}
.note,figcaption{font-size:14.5px}
.meta{font-size:13.5px;color:var(--soft);overflow-wrap:anywhere}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:14px;margin:16px 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 16px;min-width:0}
.cases{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,330px),1fr));gap:0 20px}
.case{align-content:start;display:grid;grid-template-columns:fit-content(65%) minmax(0,1fr);overflow-wrap:anywhere;gap:2px 10px;align-items:baseline;margin-top:10px}
.case p{grid-column:1/-1;margin:0;font-size:14.5px;color:var(--soft)}
.badge{display:inline-block;border-radius:6px;padding:1px 9px;color:#fff;font-weight:600;font-size:14.5px;overflow-wrap:anywhere}
.break{background:var(--break)}.changed{background:var(--changed)}.none{background:var(--none)}.open{background:var(--open)}
.scroll{overflow-x:auto;max-width:100%;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;font-size:14.5px;background:var(--card);min-width:100%}
th,td{text-align:left;vertical-align:top;padding:6px 6px;border-top:1px solid var(--line);font-variant-numeric:tabular-nums}
td{white-space:nowrap}
td:last-child{white-space:normal;min-width:110px}
td.long{white-space:normal;min-width:190px}
th{color:var(--soft);border-top:0;vertical-align:bottom}
figure{margin:22px 0 0}
figcaption{margin-top:8px}
.picture{background:#fff;color:#22272e;border:1px solid var(--line);border-radius:10px;padding:8px;overflow-x:auto;max-width:100%}
.picture svg{display:block;max-width:100%;height:auto;margin:0 auto}
.picture .vega-embed{display:block;padding-right:0!important}
.picture .vega-embed summary{opacity:.55}
.vega-embed .mark-line,.vega-embed .mark-rule,.vega-embed .mark-area,.vega-embed .mark-text{pointer-events:none}
.curve{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:8px 14px;margin:8px 0}
.curve summary{cursor:pointer}
ul{margin:4px 0;padding-left:22px}
li{margin:3px 0;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13.5px}
pre{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:10px 12px;overflow-x:auto}
footer{margin-top:40px;color:var(--soft);font-size:13.5px}
@media (max-width:640px){main{padding:18px 12px 40px}h1{font-size:24px}h2{margin-top:34px}.picture{padding:4px}}
@media (max-width:640px){.picture .whole svg{max-width:none}.picture.still{padding:4px}.picture.still svg{max-width:none}}
@media print{:root{color-scheme:light;--ground:#fff;--card:#fff;--text:#000;--soft:#444;--line:#ccc}
body{font-size:12px}main{max-width:none;padding:0}figure,.card,tr{break-inside:avoid}.scroll,.picture{overflow:visible}.vega-embed summary{display:none}
table{font-size:10.5px}td{white-space:normal}th,td{padding:3px 5px}}
`;
