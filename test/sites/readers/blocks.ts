/**
 * Small stories of our own, each of a kind of text that a reader of Markdown may take for something else, as HTML. A
 * reader has to show the text of each as it is.
 */
export const BLOCKS: Readonly<Record<string, string>> = {
  p1: `<p>1. 这一段以数字开头，不是列表。2024. 这也是。</p>`,
  p1b: `<p>2024. 年初的记录</p>`,
  p1c: `<p>1) 第一点 2) 第二点</p>`,
  p1d: `<p>(1) 第一，(a) 第二；a. 小写；i) 罗马</p>`,
  p1e: `<p>a. small letters start</p><p>I. Roman start</p><p>#. hash number</p>`,
  em1: `<p>他说<strong>“你好”</strong>然后走了，<em>（注意）</em>这里，<strong>中文。</strong>后文。</p>`,
  em2: `<p>他<strong>非常</strong>高兴，<b>“引号”</b>、<i>《书名》</i>和<strong>1.5%</strong>的人。</p>`,
  em3: `<p><strong>甲</strong><em>乙</em><strong>丙</strong>与<strong><em>丁</em></strong>戊<em>己<strong>庚</strong></em></p>`,
  em4: `<p>价格<strong>$5</strong>与<strong>~3</strong>，a<strong>b</strong>c，in<em>fix</em>ed</p>`,
  em5: `<p><strong>标题：</strong>正文<strong> 空格 </strong>后</p>`,
  em6: `<p>“<strong>全部</strong>”——<em>！</em>—<strong>？</strong></p>`,
  em7: `<p>*星号* **双星** _下划线_ __双下__ a*b*c 2*3*4 snake_case_name _x_</p>`,
  em8: `<p><del>删除“的”</del>字，<s>$10</s>现价<ins>$8</ins>，<u>下划</u>，<mark>标记</mark>文字</p>`,
  def1: `<p><a href="https://a.example/1">[视频]：甲</a></p><p><a href="https://a.example/2">[视频]: 乙</a></p><p><em><a href="https://a.example/3">丙]: 丁</a></em></p><p><a href="https://a.example/4"><img src="https://a.example/i.png" alt="图[一]: 二"> 三</a></p><p><a href="https://a.example/5">^ 回页首</a>，<a href="https://a.example/6">^1]</a></p>`,
  tb9: `<table><tr><th>名</th><th>值</th></tr><tr><td>一个\`号</td><td><code>x</code></td></tr><tr><td>a\`</td><td>\`b <code>y</code></td></tr></table>`,
  o6: `<ol><li><ol><li>甲</li><li>乙</li></ol></li><li>丙</li></ol><p>文</p><ul><li><ol start="5"><li>丁</li><li>戊</li></ol></li><li><ol start="7"><li><p>己</p></li></ol></li><li>庚</li></ul>`,
  hdel: `<h2><em>现价<s>$10</s></em></h2><h3><a href="https://a.example/s"><s>旧</s>新</a></h3><h3>平<s>删</s></h3>`,
  em9: `<p><u>一*星*</u>的<u><a href="https://a.example/u">链</a>和<b>粗</b></u>，<mark>5*3_[x]</mark>文<kbd>\\ \`</kbd></p><p><u>首*行*</u></p>`,
  pipe1: `<p>a | b | c 与 x|y 和 ||逻辑或||</p>`,
  pipe2: `<p>甲｜乙｜丙</p>`,
  tpl: `<p>模板 {{ site.title }} 与 {% include x %} 及 {# note #} {{< fig >}} {{% y %}} &lt;%= z %&gt; \${x} {a} {.cls} {: #id}</p>`,
  lt: `<p>a &lt; b &gt; c, x&lt;y, &lt;b&gt;not bold&lt;/b&gt; &lt;!-- c --&gt; &lt;script&gt;x&lt;/script&gt; 1&lt;2 &lt;https://a.example&gt; &lt;a@b.example&gt;</p>`,
  ent: `<p>AT&amp;T &amp;amp; &amp;copy; &amp;#65; &amp;nbsp; R&amp;D &copy; &nbsp;x&nbsp; &mdash; &hellip;</p>`,
  tilde: `<p>3~5天和7~9天，~~不删~~，H~2~O，x^2^，^上^，~单</p>`,
  dollar: `<p>价格$5和$6，$x$，$$y$$，US$100 至 US$200，\\(z\\) \\[w\\]</p>`,
  fn1: `<p>脚注样[^1]文字[^注]，[1]，[注]：说明，[a]: b</p>`,
  fn2: `<p>[^1]: 这是像脚注的文字</p><p>[说明]: 文字</p><p>[x]: https://a.example "t"</p><p>*[HTML]: 超文本</p>`,
  ls1: `<p>+ 加号开头</p><p>- 减号开头</p><p># 井号开头</p><p>> 引号开头</p><p>* 星号开头</p><p>= 等号</p><p>== x ==</p><p>=====</p><p>-----</p><p>---</p><p>***</p><p>___</p><p>- - -</p><p>:::note</p><p>::: x</p><p>: 定义</p><p>~~~</p><p>\`\`\`</p><p>\`\`\`js</p><p>+++</p><p>;;;</p><p>!!! note</p><p>/// x</p><p>%% c</p><p>@ at</p><p>\\ back</p><p>| bar</p><p>&lt; lt</p><p>[ ] todo</p><p>[x] done</p><p>[TOC]</p><p>[[toc]]</p><p>{:toc}</p><p>^ caret</p><p>" quote "</p>`,
  ls2: `<p>第一行<br>- 第二行<br># 第三行<br>1. 第四行<br>> 第五<br>---<br>=== <br>+ 六<br>: 七<br>| 八 | 九 |<br>    四空格</p>`,
  ls3: `<p>#标签 开头 #tag 与 #1 号 C# F#</p><p>##双</p><p>#中文标签</p>`,
  list1: `<ul><li>甲<ul><li>乙<ol><li>丙</li><li>丁</li></ol></li></ul></li><li>戊</li></ul>`,
  list2: `<ol start="7"><li>七</li><li><p>八</p><p>又一段</p></li><li>九<ul><li>九一</li></ul></li></ol>`,
  list3: `<ul><li><p>段</p><blockquote><p>引</p></blockquote><pre><code>code
  x</code></pre></li><li>- 减</li><li>1. 数</li><li># 井</li><li>[ ] 框</li><li></li><li>+ 加</li></ul>`,
  list4: `<ol><li>一</li></ol><p>中</p><ol start="2"><li>二</li></ol><ol><li>新</li></ol>`,
  list5: `<ul><li>甲</li></ul><ul><li>乙</li></ul><ol><li>丙</li></ol><ol><li>丁</li></ol>`,
  list6: `<ul><li>1986. 年份</li><li>2. 二</li><li><strong>粗：</strong>文</li><li><a href="https://a.example/x">链</a>文</li></ul>`,
  list7: `<ol><li>甲<br>乙</li><li>丙<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></li></ol>`,
  dl: `<dl><dt>词</dt><dd>义</dd><dt>词二</dt><dd>义二</dd><dd>义三</dd></dl>`,
  tb1: `<table><tr><td></td><td>甲</td></tr><tr><td>1|2</td><td>3</td></tr></table>`,
  tb2: `<table><tr><th></th><th></th></tr><tr><td>甲</td><td>乙</td></tr></table>`,
  tb3: `<table><thead><tr><th>项</th><th>值｜额</th></tr></thead><tbody><tr><td>甲｜乙</td><td><code>a|b</code></td></tr><tr><td>多<br>行</td><td><p>段</p><p>二</p></td></tr></tbody></table>`,
  tb4: `<table><tr><td>- 减</td><td># 井</td></tr><tr><td>1. 一</td><td>**x**</td></tr><tr><td>｜</td><td>｜｜</td></tr></table>`,
  tb5: `<table><tr><th>只</th></tr><tr><td>一</td></tr></table>`,
  tb6: `<table><tr><th colspan="2">跨</th></tr><tr><td>a</td><td>b</td></tr><tr><td>---</td><td>:--</td></tr></table>`,
  tb7: `<table><tr><th>a</th><th>b</th></tr><tr><td>x\\y</td><td>c:\\dir\\</td></tr><tr><td>$1</td><td>$2</td></tr><tr><td>\`a\`</td><td><code>\`b\`</code></td></tr></table>`,
  code1: `<p>代码 <code>\`x\`</code>、<code>a\`\`b</code>、<code> sp </code>、<code>{{ x }}</code>、<code>{% y %}</code>、<code>a|b</code>、<code>&lt;b&gt;</code>、<code>&amp;amp;</code>、<code>\\n</code>、<code>$x$</code>、<code>**</code>、<code>#t</code>、<code>{: .x}</code>、<code>[[a]]</code>、<code>&lt;&lt;m&gt;&gt;</code></p>`,
  code2: `<pre><code class="language-yaml">---
key: value
---
\`\`\`
fence
\`\`\`
~~~
{{ x }} {% raw %} {{&lt; y >}}
	tab
  two

# not heading
- item
&amp;amp; &lt;b&gt; \\ | ｜
</code></pre>`,
  code3: `<pre>plain pre
with &lt;tags&gt; and *stars*

    indented
last</pre>`,
  code4: '<pre><code>line one\r\nline two\r\n\r\nline four</code></pre>',
  code5: `<ul><li>项<pre><code>x = 1

y = 2</code></pre></li></ul><blockquote><pre><code>q

r</code></pre></blockquote>`,
  math1: `<p>质能 <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math> 与 $5 的差。</p>`,
  br: `<p>一行<br>二行<br><br>四行<br/>  五行</p>`,
  long: `<p>${'很长的一行文字没有换行'.repeat(300)}</p>`,
  nl: `<p>中文
换行 english
words 中
文</p>`,
  url1: `<p>见https://a.example/b，再看https://a.example/c。还有（https://a.example/d）和“https://a.example/e”与https://a.example/f、www.a.example/g；以及 https://a.example/h</p>`,
  url2: `<p>https://a.example/路径。后</p><p>https://a.example/x_y_z 与 http://a.example/?a=1&amp;b=2。</p><p>user@a.example，邮件a.b@c.example。</p>`,
  url3: `<p><a href="https://a.example/k">https://a.example/k</a>，<a href="https://a.example/l（x）">链（接）</a>。<a href="https://a.example/a b">[x]</a></p>`,
  url4: `<p>https://a.example/z.</p><p>Visit www.b.example.</p><p>ftp://c.example/d，文 mailto:a@b.example。 xmpp:a@b.example</p>`,
  bq: `<blockquote><p>引一</p><p># 引二</p><ul><li>引表</li></ul><blockquote><p>嵌</p></blockquote></blockquote><blockquote><p>另一引</p></blockquote>`,
  bq2: `<blockquote>[!NOTE]<br>文</blockquote><blockquote><p>[!提示] 文</p></blockquote>`,
  h: `<h2>标题 # 井</h2><h3>1. 标题 {#id}</h3><h4>C#</h4><h2><a href="https://a.example/h">链接｜标题 | 竖</a></h2><h3>标题<br>二</h3><h2>---</h2><h2>标题*星*</h2><h3>{{ x }}</h3><h5>“引”<strong>粗</strong></h5><h2>Setext: key: value</h2>`,
  hr: `<p>key: value</p><hr><p>Another: thing</p>`,
  colon: `<p>Term</p><p>: definition-like</p><p>key:: value</p><p>((block)) [[wiki]] ![[embed]] %%hidden%% ==hi== @cite [@c]</p>`,
  vue: `<p>{{ a }} v-if {{{ b }}} @click</p>`,
  mdx: `<p>import x from 'y'</p><p>export default {}</p><p>{x + 1}</p>`,
  back: `<p>C:\\path\\*file* \\_ \\# \\\\ 100\\% \\$ \\| 结尾\\</p>`,
  tabs: `<p>&nbsp;&nbsp;&nbsp;&nbsp;四个不换行空格　　全角空格</p>`,
  ind: `<p>　　全角缩进段</p>`,
  excl: `<p>!<a href="https://a.example/i">图？</a> ![x](y) [x](y) [x][y] [x] []() </p>`,
  num: `<p>1.5 亿。</p><p>3、顿号</p><p>10．全角点</p><p>①圈</p><p>-5℃</p><p>+8 区</p><p>-</p><p>+</p><p>1.</p><p>*</p>`,
  rtl: `<p>العربية: "نص" (مثال) 123</p>`,
  brk: `<p><strong>粗<br>行</strong>后 <em>斜</em><br><em>二</em></p>`,
  linkem: `<p>看<strong><a href="https://a.example/1">“链”</a></strong>和<a href="https://a.example/2"><em>（斜）</em></a>后<a href="https://a.example/3">a*b_c</a></p>`,
  ins: `<p>++ins++ --del-- ??x?? !!y!!</p>`,
  c2: `<p>a <code> sp </code> b <code> x</code> c <code>y </code> 中 <code>  two  </code></p>`,
  c3: `<pre><code>	tab	x
	y</code></pre><ul><li>a<pre><code>if x:
    y

  z \`\`\` {{ t }} **b**</code></pre>b</li></ul>`,
  t8: `<table><tr><th>甲</th><th>乙</th></tr><tr><td>-</td><td>-</td></tr><tr><td>=</td><td>==</td></tr><tr><td>+</td><td>--</td></tr><tr><td></td><td>-</td></tr></table>`,
  t9: `<table><tr><td>-</td><td>-</td></tr><tr><td>x</td><td>y</td></tr></table>`,
  l8: `<ol><li>a</li></ol><ol><li>b</li></ol><ol><li>c<ol><li>x</li></ol><ol><li>y</li></ol></li></ol><p>z</p><ol><li>d</li></ol>`,
  g1: `<p>a >> b >>> c &lt;&lt; d -> => &lt;- &lt;= ->></p><p>>> quote</p>`,
  g2: `<p>Ctrl+C C++ and C++ a+b+c ++ ++</p>`,
  s3: `<p>价格~$5~，a~b~c，x <s>甲</s>、<s>“乙”</s>，<s>丙<b>丁</b></s>。</p>`,
  q3: `<blockquote><p>甲</p><ol><li>一</li></ol><ol><li>二</li></ol><pre><code>a

b</code></pre></blockquote>`,
  ul9: `<ul><li>一</li><li>二</li></ul><p>文</p><ul><li>三</li></ul><p>1. 四</p><ul><li></li></ul>`,
  hh: `<h2>2. 二</h2><h3>- 减</h3><h2>+ 加 ~ $ = :</h2><h2>a_b_c *d*</h2><h4>[x] 框</h4><h2>&lt;b&gt; &amp;amp;</h2><h2>“引”</h2><h3><code>a|b</code></h3>`,
  at: `<p>@user 和 @机构 说 a@b.example 与 #话题# @</p><p>微博：#中国加油#，#tag，x#y</p>`,
  dash: `<p>—— 破折号</p><p>-- two</p><p>--- three</p><p>文--字---x</p><p>1--2</p>`,
  mix: `<p>“<b>甲</b>”、<b>“乙”</b>、《<i>丙</i>》<i>《丁》</i>；<b>（戊）</b>己<b>庚：</b>辛<b>“壬”癸</b>子</p><p>English <b>bold</b>,<i>it</i>; <b>“quote.”</b>Next <b>a</b>b</p>`,
  fnm: `<p>甲[^1]乙[^2]</p><p>[^1]：文</p><p>[1]: 注</p><p>[1] 注</p><p>【注】 文</p><p>注①</p>`,
  ent2: `<p>&amp;lt; &amp;#123; &amp;hellip; &amp;x &amp;lt &#8203;x&#8203; &shy; &zwj;</p>`,
  sm: `<p>他说:“好”。时间:12:30 a:b:c :x: ::</p>`,
  num2: `<p>1.</p><p>12) x</p><p>1．甲</p><p>（1）乙</p><p>(一) 丙</p><p>A. 丁</p><p>i. x</p><p>ii) y</p><p>2024-03-05 日</p><p>1\\. x</p>`,
  html: `<p>&lt;div&gt;块&lt;/div&gt; &lt;br&gt; &lt;!DOCTYPE html&gt; &lt;?php ?&gt; &lt;![CDATA[ x ]]&gt; &amp;lt;b&amp;gt;</p><p>&lt;div&gt;</p><p>&lt;/p&gt;</p>`,
  brl: `<p>甲<br>1. 乙<br>丙<br>===<br>丁<br>***<br>~~~<br>\`\`\`<br>+ x<br>* y<br>&lt;div&gt;<br>[^1]: z<br>[a]: b</p>`,
  o1: `<ul><li>甲</li></ul><ol start="3"><li>三</li><li>四</li></ol><p>文</p><ol start="5"><li>五<ol start="2"><li>二</li></ol></li></ol>`,
  o2: `<ol start="2"><li>一<ul><li>x<ol start="4"><li>y</li></ol></li></ul></li><li>三</li></ol><ol start="9"><li>九</li></ol>`,
  o5: `<ul><li>[ ] 框</li><li>[x] b</li><li>[X]</li></ul><ol><li>[ ] a</li></ol>`,
};
