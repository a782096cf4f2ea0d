/* What fits an answer: the segments that make the product, the projects that answer them, the
   parks that suit them with their plots and factories, the policies that apply; and why. */
(function () {
  "use strict";

  var data = window.zhaoshangFind;
  var search = window.zhaoshangSearch;
  if (!data || !search) { return; }
  var words = data.words;
  var HUBS = ["airport", "railway", "expressway", "port"];
  /* More than any score. */
  var LAST = 100;
  var by = {};
  data.items.forEach(function (item) {
    (by[item.kind] = by[item.kind] || []).push(item);
  });
  function kind(name) { return by[name] || []; }
  var segmentOf = {};
  kind("segment").forEach(function (item) { segmentOf[item.key] = item; });

  function say(template, values) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  function has(list, value) { return list.indexOf(value) >= 0; }

  /* Gathers results by key; the same item found in two ways keeps the better one. */
  function Found() { this.byId = {}; this.list = []; }
  Found.prototype.add = function (item, score, why) {
    var there = this.byId[item.id];
    if (!there) {
      there = this.byId[item.id] = { item: item, score: score, why: [] };
      this.list.push(there);
    }
    there.score = Math.max(there.score, score);
    if (why && !has(there.why, why)) { there.why.push(why); }
    return there;
  };

  /* The reasons of what fits best are said first. */
  function best(list) {
    return list.slice().sort(function (a, b) { return b.score - a.score; });
  }

  function told(hit) {
    return hit.told ? say(words.fields[hit.told.field], { text: hit.told.shown }) : "";
  }

  function segments(state, hits, inScope) {
    var found = new Found();
    kind("segment").filter(inScope).forEach(function (item) {
      var hit = hits && hits[item.id];
      if (hits && !hit) { return; }
      found.add(item, hit ? hit.score : 0, hit ? told(hit) : "");
    });
    return found;
  }

  function projects(hits, inScope, chain) {
    var found = new Found();
    kind("project").filter(inScope).forEach(function (item) {
      var hit = hits && hits[item.id];
      if (hit) { found.add(item, hit.score, told(hit)); }
      var on = item.segments.map(function (key) {
        return segmentOf[key] && chain.byId[segmentOf[key].id];
      }).filter(Boolean);
      best(on).forEach(function (segment) {
        var text = say(words.via[segment.item.mark[0]], { segment: segment.item.title });
        found.add(item, segment.score * 0.6, text);
      });
      if (!hits && !on.length) { found.add(item, 0, ""); }
    });
    return found;
  }

  /* A project in a park speaks for it less than a segment that names the park. */
  function parks(state, hits, chain, briefs) {
    var found = new Found();
    var asked = hits || state.industry;
    kind("park").forEach(function (park) {
      if (!asked) { found.add(park, 0, ""); }
      best(chain.list).forEach(function (segment) {
        if (!has(segment.item.parks, park.key)) { return; }
        var name = { segment: segment.item.title };
        var there = found.add(park, segment.score, say(words.via_park, name));
        there.inside = there.inside || say(words.in_park, name);
      });
      best(briefs.list).forEach(function (project) {
        if (!asked || !has(project.item.parks, park.key)) { return; }
        var name = { project: project.item.title };
        var there = found.add(park, project.score * 0.5,
          found.byId[park.id] ? "" : say(words.via_project, name));
        there.inside = there.inside || say(words.in_park_of, name);
      });
      if (hits && hits[park.id]) { found.add(park, hits[park.id].score, told(hits[park.id])); }
      var suits = chain.list.filter(function (segment) {
        return has(park.industries, segment.item.industries[0]);
      });
      var industry = suits.length ? suits[0].item.industries[0]
        : !hits && has(park.industries, state.industry) ? state.industry : "";
      if (asked && industry) {
        found.add(park, 0.1, found.byId[park.id] && found.byId[park.id].why.length ? ""
          : say(words.via_industry, { industry: data.industries[industry] }));
      }
    });
    return found;
  }

  /* The land uses of what fits about as well as the best; none where no plot is named. */
  function uses(chain, briefs) {
    var list = chain.list.concat(briefs.list);
    var top = Math.max.apply(null, list.map(function (one) { return one.score; }).concat(0));
    return list.reduce(function (all, one) {
      return one.score >= top / 2 ? all.concat(one.item.uses) : all;
    }, []);
  }

  function holdsPlot(result, park, id) {
    return has(result.item.plots, id) && has(result.item.parks, park.item.key);
  }

  /* The plots of what was asked for: its segment's, those that its project is meant for. */
  function own(item, park, chain, briefs) {
    var id = item.key.split("/")[1];
    var segment = best(chain.list).filter(function (one) { return holdsPlot(one, park, id); })[0];
    var project = best(briefs.list).filter(function (one) { return holdsPlot(one, park, id); })[0];
    if (!segment && !project) { return null; }
    var suits = segment || best(chain.list).filter(function (one) {
      return has(project.item.segments, one.item.key);
    })[0];
    var why = suits ? [say(words.via_park, { segment: suits.item.title })] : [];
    return {
      score: Math.max(segment ? segment.score : 0, project ? project.score : 0) + 1,
      why: project ? why.concat(say(words.via_project, { project: project.item.title })) : why,
      said: project ? say(words.planned, { project: project.item.title }) : ""
    };
  }

  /* Own plots first, then what is free beside them and of the same use; what is meant for another
     project comes last, with that project's name among its notes. */
  function sites(name, within, chain, briefs, asked) {
    var found = new Found();
    var wanted = uses(chain, briefs);
    within.list.forEach(function (park) {
      kind(name).forEach(function (item) {
        if (item.parks[0] !== park.item.key) { return; }
        var mine = asked ? own(item, park, chain, briefs) : null;
        var use = item.uses[0];
        if (!mine && asked && use && wanted.length && !has(wanted, use)) { return; }
        var there = found.add(item, mine ? mine.score : park.score, "");
        there.why = mine ? mine.why : [park.inside || park.why[0]];
        there.said = mine ? mine.said : "";
        if (!mine && asked && item.projects.length) { there.score -= LAST; }
      });
    });
    return found;
  }

  function policies(state, hits, others) {
    var found = new Found();
    var asked = hits || state.industry;
    kind("policy").forEach(function (policy) {
      var hit = hits && hits[policy.id];
      if (hit) { found.add(policy, hit.score, ""); }
      others.forEach(function (group) {
        group.list.forEach(function (result) {
          if (has(result.item.policies, policy.key)) {
            found.add(policy, 0.5 + result.score * 0.3, "");
          }
        });
      });
      if (!asked || (!hits && has(policy.industries, state.industry))) {
        found.add(policy, 0.4, "");
      }
      var any = others.some(function (group) { return group.list.length; });
      if (any && !found.byId[policy.id] && !policy.industries.length) {
        found.add(policy, 0.1, words.via_all);
      }
    });
    return found;
  }

  /* The number a kind is sorted by; what has none comes last. */
  function measure(result, state) {
    var numbers = result.item.numbers;
    var area = numbers.land || numbers.floor || numbers.available;
    switch (state.by) {
      case "land": return state.wanted && area ? Math.abs(area - state.wanted) : area;
      case "power": return numbers.power;
      case "cost": return state.way === "rent" ? numbers.rent
        : numbers.cost === undefined && result.item.kind === "park" ? numbers.price : numbers.cost;
      default: return has(HUBS, state.by) ? numbers[state.by] : undefined;
    }
  }

  /* Between segments that fit alike, the county wants most what it lacks most. */
  var WANTED = { missing: 1, weak: 0.5, strong: 0 };

  function worth(result) {
    return result.score + (result.item.mark ? WANTED[result.item.mark[0]] : 0);
  }

  function order(list, state) {
    var sorted = ["project", "plot", "plant", "park"];
    return list.map(function (result) {
      var by = has(sorted, result.item.kind) ? measure(result, state) : undefined;
      return { result: result, by: by === undefined ? Infinity : by };
    }).sort(function (a, b) {
      var one = a.result;
      var two = b.result;
      if (a.by !== b.by) { return a.by < b.by ? -1 : 1; }
      if (worth(one) !== worth(two)) { return worth(two) - worth(one); }
      var closer = state.wanted ? distance(one, state) - distance(two, state) : 0;
      return closer || one.item.index - two.item.index;
    }).map(function (entry) { return entry.result; });
  }

  function distance(result, state) {
    var numbers = result.item.numbers;
    return Math.abs((numbers.land || numbers.floor || state.wanted) - state.wanted);
  }

  /* Plots and factories of the size that is wanted; all of them, and a word of it, if none is. */
  function largeEnough(list, state, name) {
    if (!state.wanted) { return { list: list, short: false }; }
    var area = name === "plot" ? "land" : "floor";
    var fitting = list.filter(function (result) {
      return result.item.numbers[area] >= state.wanted * 0.999;
    });
    return { list: fitting.length ? fitting : list, short: !fitting.length && list.length > 0 };
  }

  function reasons(result, state, short) {
    var item = result.item;
    var size = state.size;
    var why = result.why.slice(0, 2);
    if (item.kind === "plot" || item.kind === "plant") {
      var area = item.said.land || item.said.floor;
      if (state.wanted && !short) { why.push(say(words.enough, { land: area, size: size })); }
    }
    if (item.kind === "project" && state.wanted && item.numbers.land &&
        Math.abs(item.numbers.land - state.wanted) <= state.wanted / 4) {
      why.push(say(words.about_size, { land: item.said.land, size: size }));
    }
    if (has(HUBS, state.by) && item.said[state.by]) { why.push(item.said[state.by]); }
    var notes = item.notes.filter(function (note) { return note !== result.said; });
    return why.concat(notes).filter(Boolean).slice(0, 4);
  }

  function find(state) {
    var found = state.q ? search(state.q) : null;
    var hits = found && found.hits;
    var key = state.industry + "/" + state.segment;
    function inScope(item) {
      return state.segment ? has(item.segments, key)
        : !state.industry || has(item.industries, state.industry);
    }
    var chain = segments(state, hits, inScope);
    var briefs = projects(hits, inScope, chain);
    var within = parks(state, hits, chain, briefs);
    var place = state.way === "rent" ? "plant" : "plot";
    var spots = largeEnough(
      sites(place, within, chain, briefs, Boolean(hits || state.industry)).list, state, place);
    var groups = [
      ["segment", chain.list],
      ["project", briefs.list],
      [place, spots.list],
      ["park", within.list],
      ["policy", policies(state, hits, [chain, briefs]).list]
    ].filter(function (group) { return group[1].length; });
    return {
      near: Boolean(found && found.near),
      short: spots.short,
      groups: groups.map(function (group) {
        return {
          kind: group[0],
          results: order(group[1], state).map(function (result) {
            return { item: result.item, reasons: reasons(result, state, spots.short) };
          })
        };
      })
    };
  }

  window.zhaoshangMatch = { find: find, say: say, segments: kind("segment") };
})();
