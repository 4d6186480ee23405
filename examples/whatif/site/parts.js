"use strict";
// The parts of the page that show an answer. No figure is computed here: every number and
// every sentence of a verdict is the program's, and is put in as text.
const part = (name, className, ...children) => {
	const e = document.createElement(name);
	if (className) e.className = className;
	for (const c of children) if (c !== "" && c != null) e.append(c);
	return e;
};

// shade is the colour of a verdict; the words say it too.
function shade(r) {
	if (r.said.breach) return "breach";
	if (r.outcome === "met") return "met";
	if (r.outcome === "undetermined") return "unclear";
	if (r.outcome === "not-applicable") return "compare";
	return r.due === "open" ? "open" : "missed";
}

const badge = r => part("span", "badge " + shade(r), say(r.said.verdict));

// card shows one side of a statement. Lines that differ from the other side are marked.
function card(title, s, other) {
	if (!s) return part("div", "card", part("h3", "", title), part("p", "", word("gone")));
	const list = part("dl");
	const line = (name, content, own, others, className) => {
		if (!content) return;
		const differs = other && own !== others;
		list.append(part("div", differs ? "other" : "", part("dt", "", word(name)), part("dd", className, content)));
	};
	const r = s.result, o = other && other.result;
	line("verdict", badge(r), say(r.said.verdict), o && say(o.said.verdict));
	line("value", say(r.said.value) || word("none"), say(r.said.value), o && say(o.said.value), "figure");
	line("short", say(r.said.short) || word("none"), say(r.said.short), o && say(o.said.short));
	line("due", say(s.due), say(s.due), other && say(other.due));
	for (const key of ["whole", "settling", "firmness", "pace"]) line(key, say(s[key]), say(s[key]), other && say(other[key]));
	line("lackingFields", say(s.lacking), say(s.lacking), other && say(other.lacking));
	if (s.readings && s.readings.length) line("readings", part("ul", "", ...s.readings.map(t => part("li", "", say(t)))), s.readings.map(say).join(), other && (other.readings || []).map(say).join());
	return part("div", "card", part("h3", "", title), list);
}

// table shows rows below headings; the first cell of a row is its heading.
function table(caption, headings, rows) {
	const body = part("tbody");
	for (const row of rows) {
		const line = part("tr");
		row.forEach((cell, i) => {
			const e = part(i === 0 ? "th" : "td", "", cell);
			if (i === 0) e.scope = "row";
			line.append(e);
		});
		body.append(line);
	}
	const head = part("tr", "", ...headings.map(h => Object.assign(part("th", "", h), {scope: "col"})));
	const box = part("div", "scroll", part("table", "", part("caption", "unseen", caption), part("thead", "", head), body));
	box.tabIndex = 0;
	box.setAttribute("role", "region");
	box.setAttribute("aria-label", caption);
	return box;
}

const stacked = (...lines) => part("div", "", ...lines.filter(Boolean).map(l => part("div", "", l)));

function showGroups(a) {
	const list = a.statement.groups;
	if (!list || !list.length) return [];
	const alone = list.some(g => g.alone);
	const headings = [word("group"), word("today"), word("scenario")];
	if (alone) headings.push(word("contribution"), word("alone") + " · " + word("today"), word("alone") + " · " + word("scenario"));
	const side = s => !s ? word("gone") : alone ? say(s.result.said.value) : stacked(badge(s.result), say(s.result.said.value), say(s.result.said.short));
	const single = r => !r ? word("gone") : stacked(badge(r), say(r.said.short));
	const rows = list.map(g => {
		const row = [g.name, side(g.before), side(g.after)];
		if (alone) row.push(stacked(say((g.after || g.before).part), say((g.after || g.before).whole)), g.alone ? single(g.alone.before) : "", g.alone ? single(g.alone.after) : "");
		return row;
	});
	return [part("h3", "", word("groups")), alone ? part("p", "help", word("groupsHelp")) : "", table(word("groups"), headings, rows)];
}

function showTouched(a) {
	const out = [part("h3", "", word("touched"))];
	if (!a.touched.length) out.push(part("p", "", word("touchedNone")));
	for (const t of a.touched) {
		out.push(part("p", "", say(t.name)));
		if (t.moves.length) out.push(table(say(t.name), [word("was"), word("is"), word("records")], t.moves.map(m => [say(m.was), say(m.is), part("span", "number", m.records)])));
		if (t.records && t.records.length) {
			out.push(part("details", "", part("summary", "", word("who")), table(say(t.name), [word("key"), word("was"), word("is")], t.records.map(r => [r.key, say(r.was), say(r.is)]))));
		}
	}
	const names = new Map([a.statement, ...a.others].map(s => [s.statement, say(s.name)]));
	if (a.assumed.length) out.push(part("p", "help", a.recounted.length ? word("recounted") + a.recounted.map(id => names.get(id) || id).join(language === "en" ? ", " : "、") : word("notRecounted")));
	if (a.unmoved.length) out.push(part("p", "help", word("unmoved") + a.unmoved.map(say).join(language === "en" ? ", " : "、")));
	return out;
}

function showOthers(a, look) {
	const changed = a.others.filter(s => s.changed);
	if (!changed.length) return [part("h3", "", word("others")), part("p", "", word("othersNone"))];
	const side = s => !s ? word("gone") : stacked(badge(s.result), say(s.result.said.value), say(s.result.said.short));
	const rows = changed.map(s => {
		const open = part("button", "plain", say(s.name));
		open.type = "button";
		open.addEventListener("click", () => look(s.statement));
		return [stacked(open, say(s.citation)), side(s.before), side(s.after)];
	});
	return [part("h3", "", word("others")), table(word("others"), [word("statement"), word("today"), word("scenario")], rows)];
}

// lever makes the control for one lever; moved is called with the text to which it goes.
function lever(l, number, moved) {
	const box = part("fieldset", l.moved ? "moved" : "", part("legend", "", say(l.name)));
	if (l.choices) {
		for (const c of l.choices) {
			const input = part("input");
			Object.assign(input, {type: "radio", name: "lever" + number, value: c.key, checked: c.key === l.now, disabled: !!c.not_computed, id: "lever-" + l.kind + "-" + c.key});
			input.addEventListener("change", () => moved(c.key, input.id));
			box.append(part("label", "pick", input, part("span", "", say(c.name))), part("p", "help", say(c.not_computed) || say(c.why)));
		}
		return box;
	}
	const input = part("input");
	const date = l.kind === "deadline";
	Object.assign(input, {type: date ? "date" : "text", value: l.now, id: ["lever", l.kind, l.key].filter(Boolean).join("-"), autocomplete: "off"});
	if (!date) input.inputMode = "decimal";
	input.addEventListener("change", () => moved(input.value, input.id));
	box.append(part("label", "", part("span", "", word("scenario") + (say(l.unit) ? "（" + say(l.unit) + "）" : "")), input), part("p", "help", word("plans") + say(l.today)));
	if (l.moved) {
		const back = part("button", "plain", word("back"));
		back.type = "button";
		back.addEventListener("click", () => moved("", input.id));
		box.append(back);
	}
	return box;
}
