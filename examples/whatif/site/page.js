"use strict";
// The page: it asks the program and shows what it answers.
const at = id => document.getElementById(id);
const state = {scenario: {}, opened: null, answer: null, options: null, bytes: null, waiting: null};

// ask calls the program. What it refuses is shown, and null comes back.
function ask(name, ...args) {
	const reply = JSON.parse(tonghua[name](...args));
	if (reply.error) {
		problem(say(reply.error), reply.error);
		return null;
	}
	return reply.value;
}

function problem(text, both) {
	state.problem = both || null;
	at("problem").textContent = text;
}

// work shows that something goes on, lets the browser draw it, and then does it.
function work(does) {
	at("status").textContent = word("working");
	setTimeout(() => {
		problem("");
		const done = does();
		at("status").textContent = done === false ? "" : summary();
	}, 20);
}

// summary is what a screen reader is told after each change.
function summary() {
	const s = state.answer && state.answer.statement;
	if (!s) return state.waiting ? word("linkWaits") : word("ready");
	const of = side => side ? [say(side.result.said.verdict), say(side.result.said.value), say(side.result.said.short)].filter(Boolean).join(language === "en" ? "; " : "；") : word("gone");
	const colon = language === "en" ? ": " : "：";
	return say(s.name) + colon + word("today") + " " + of(s.before) + (language === "en" ? " → " : " → ") + word("scenario") + " " + of(s.after);
}

function label() {
	document.documentElement.lang = language === "en" ? "en" : "zh-CN";
	document.title = word("title");
	for (const e of document.querySelectorAll("[data-w]")) e.textContent = word(e.dataset.w);
	at("language").textContent = word("otherLanguage");
	at("language").lang = language === "en" ? "zh-CN" : "en";
	at("result-title").textContent = word("result");
	fill(at("whose"), ["city", "county", "school"].map(k => [k, word(k)]));
	fill(at("subject"), [["", word("automatic")], ...(state.subjects || []).map(s => [s.key, say(s.name)])]);
}

function fill(select, list, chosen) {
	const before = chosen === undefined ? select.value : chosen;
	select.replaceChildren(...list.map(([value, text]) => Object.assign(part("option", "", text), {value})));
	if (list.some(([value]) => value === before)) select.value = before;
}

// open takes a register; what was there before stays where it cannot be read.
function open(how) {
	work(() => {
		const opened = how();
		if (!opened) return false;
		state.opened = opened;
		let scenario = state.waiting || {};
		if (scenario.subject && scenario.subject !== opened.subject.key) {
			problem(word("otherRegister"));
			scenario = {};
		}
		state.waiting = null;
		if (!take(scenario)) take({});
		showData();
		return true;
	});
}

function demonstrate(subject) {
	state.bytes = null;
	open(() => ask("demonstrate", subject || at("subject").value || "teacher"));
}

// decode reads the bytes of a file: the program wants UTF-8, and older spreadsheets save GB18030.
function decode(bytes) {
	try {
		new TextDecoder("utf-8", {fatal: true}).decode(bytes);
		return bytes;
	} catch {
		try {
			return new TextEncoder().encode(new TextDecoder("gb18030", {fatal: true}).decode(bytes));
		} catch {
			return bytes;
		}
	}
}

async function openFile(file, group) {
	if (file) state.bytes = decode(new Uint8Array(await file.arrayBuffer()));
	const options = {as_of: at("as-of").value, for: at("whose").value, subject: at("subject").value, group: group || ""};
	open(() => ask("open", state.bytes, JSON.stringify(options)));
}

// take asks what becomes of a scenario, and keeps the last one where it is refused.
function take(scenario) {
	const answer = ask("answer", JSON.stringify(scenario));
	if (!answer) return false;
	state.answer = answer;
	state.scenario = answer.scenario;
	history.replaceState(null, "", "#" + answer.link);
	show();
	return true;
}

function change(scenario, focus) {
	work(() => {
		const done = scenario && take(scenario);
		if (!done) show();
		const e = focus && at(focus);
		if (e) e.focus({preventScroll: true});
		return done;
	});
}

function showData() {
	const o = state.opened;
	at("drop").hidden = true;
	at("opened").hidden = false;
	at("read").textContent = [o.demonstration ? word("demonstration") : word("yourData"), say(o.subject.name), word("dataOf") + " " + say(o.date), say(o.read)].join(language === "en" ? "; " : "；");
	at("group-label").hidden = !o.headers || !o.headers.length;
	fill(at("group"), [["", word("noGroups")], ...(o.headers || []).map(h => [h, h])], o.group);
	const faults = o.faults || [];
	at("faults").hidden = !faults.length;
	at("faults").firstElementChild.textContent = word("faults");
	at("faults").lastElementChild.replaceChildren(...faults.map(f => part("li", "", say(f))));
	at("ask").hidden = at("result").hidden = false;
	at("questions").hidden = true;
	document.querySelector("main").className = "";
	fill(at("more-group"), o.groups.map(g => [g, g]));
	at("more-where").hidden = o.groups.length === 1 && !o.groups[0];
	list();
}

// list shows the statements whose name or clause holds what is looked for.
function list() {
	const wanted = at("find").value.trim().toLowerCase();
	const found = state.opened.statements.filter(s => !wanted || (say(s.name) + say(s.citation) + s.statement).toLowerCase().includes(wanted));
	fill(at("statement"), found.length ? found.map(s => [s.statement, say(s.name) + (language === "en" ? " (" + say(s.citation) + ")" : "（" + say(s.citation) + "）")]) : [["", word("nothingFound")]], state.scenario.statement);
}

function look(id) {
	change({...state.scenario, statement: id}, "statement");
}

function move(l, to, focus) {
	work(() => {
		const scenario = ask("moved", JSON.stringify(state.scenario), JSON.stringify({statement: state.scenario.statement, kind: l.kind, key: l.key, to}));
		const done = scenario && take(scenario);
		if (!done) show();
		const e = at(focus);
		if (e) e.focus({preventScroll: true});
		return !!done;
	});
}

function show() {
	const a = state.answer;
	if (!a) return;
	const offered = state.opened.statements.find(s => s.statement === a.statement.statement);
	at("lacking").textContent = offered && offered.lacking ? word("lacking") + offered.lacking.map(say).join(language === "en" ? ", " : "、") : "";
	at("levers").replaceChildren(...a.levers.map((l, i) => lever(l, i, (to, focus) => move(l, to, focus))));
	at("assumed").replaceChildren(...(a.assumed.length ? a.assumed.map(one => {
		const back = part("button", "plain", word("remove"));
		back.type = "button";
		back.setAttribute("aria-label", word("remove") + " " + say(one.text));
		back.addEventListener("click", () => change(ask("without", JSON.stringify(state.scenario), one.number), "reset"));
		return part("li", "", say(one.text) + " ", back);
	}) : [part("li", "", word("nothingAssumed"))]));
	at("result-title").textContent = word("result") + (language === "en" ? ": " : "：") + say(a.statement.name);
	at("requirement").textContent = say((a.statement.after || a.statement.before).requirement);
	at("cards").replaceChildren(card(word("today"), a.statement.before), card(word("scenario"), a.statement.after, a.statement.before));
	at("groups").replaceChildren(...showGroups(a));
	at("touched").replaceChildren(...showTouched(a));
	at("others").replaceChildren(...showOthers(a, look));
	at("link").value = location.href.split("#")[0] + "#" + a.link;
	if (at("statement").value !== a.statement.statement) list();
}

function save(name, text, type) {
	if (text == null) return;
	const link = part("a");
	link.href = URL.createObjectURL(new Blob([text], {type}));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const asked = () => JSON.stringify(state.scenario);

function listen() {
	at("language").addEventListener("click", () => {
		language = language === "en" ? "zh" : "en";
		label();
		if (state.opened) showData();
		show();
		problem(state.problem ? say(state.problem) : "");
		at("status").textContent = summary();
	});
	at("demonstrate").addEventListener("click", () => demonstrate());
	at("file").addEventListener("change", () => at("file").files.length && openFile(at("file").files[0]));
	at("file-form").addEventListener("submit", e => e.preventDefault());
	at("group").addEventListener("change", () => openFile(null, at("group").value));
	at("other-data").addEventListener("click", () => {
		at("drop").hidden = false;
		at("opened").hidden = true;
		at("file").value = "";
		at("demonstrate").focus();
	});
	for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, e => {
		e.preventDefault();
		at("drop").classList.toggle("over", name === "dragover");
		if (name === "drop" && e.dataTransfer.files.length && !at("file").disabled) openFile(e.dataTransfer.files[0]);
	});
	at("find").addEventListener("input", list);
	at("statement").addEventListener("change", () => at("statement").value && look(at("statement").value));
	at("levers").addEventListener("submit", e => e.preventDefault());
	at("more").addEventListener("submit", e => {
		e.preventDefault();
		const more = {statement: state.scenario.statement, group: at("more-group").value, number: at("more-number").value.trim(), newcomers: document.querySelector("[name=newcomers]:checked").value === "1"};
		change({...state.scenario, more: [...(state.scenario.more || []), more]}, "more-number");
	});
	at("reset").addEventListener("click", () => change({statement: state.scenario.statement}, "reset"));
	at("copy").addEventListener("click", async () => {
		at("link").select();
		try {
			await navigator.clipboard.writeText(at("link").value);
			at("status").textContent = word("copied");
		} catch {
			at("status").textContent = word("copyBy");
		}
	});
	at("save-json").addEventListener("click", () => save("amendment.json", ask("amendment", asked()), "application/json"));
	at("save-go").addEventListener("click", () => save("scenario.go", ask("source", asked()), "text/plain"));
	at("save-cases").addEventListener("click", () => save("cases.csv", ask("cases", asked()), "text/csv"));
	at("print").addEventListener("click", () => print());
	addEventListener("hashchange", follow);
}

// follow takes the scenario of the link.
function follow() {
	if (location.hash.length < 2) return;
	if (state.answer && location.hash === "#" + state.answer.link) return;
	problem("");
	const scenario = ask("link", location.hash);
	if (!scenario) return;
	if (!state.opened) {
		state.waiting = scenario;
		if (scenario.demonstration) demonstrate(scenario.subject);
		return;
	}
	if (scenario.subject && scenario.subject !== state.opened.subject.key) problem(word("otherRegister"));
	else change(scenario);
}

// bytesOf reads the program off the comment in which program.js holds it: a character is a
// byte, and a full stop behind an asterisk is none. The text is taken as UTF-8 first, in
// which such a character has one byte or two, since browsers look at bytes faster.
function bytesOf(holder) {
	const text = holder.toString();
	const bytes = new TextEncoder().encode(text.slice(text.indexOf("/*") + 2, text.lastIndexOf("*/")));
	let n = 0;
	for (let i = 0; i < bytes.length; i++) {
		const b = bytes[i];
		bytes[n++] = b < 128 ? b : (b & 3) << 6 | bytes[++i] & 63;
		if (b === 42 && bytes[i + 1] === 46) i++;
	}
	return bytes.subarray(0, n);
}

// start is called by program.js.
async function start(holder) {
	try {
		const go = new Go();
		const {instance} = await WebAssembly.instantiate(bytesOf(holder), go.importObject);
		go.run(instance);
	} catch {
		at("status").textContent = "";
		problem(word("noStart"));
		return;
	}
	state.subjects = ask("subjects");
	at("demonstrate").disabled = at("file").disabled = false;
	label();
	at("status").textContent = word("ready");
	follow();
}

const today = new Date();
at("as-of").value = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
label();
at("status").textContent = word("starting");
listen();
