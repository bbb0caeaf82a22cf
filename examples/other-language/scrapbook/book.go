package scrapbook

import "scrapbookreader/jsontext"

// Book is a scrapbook: notebooks by key, in order (14).
type Book struct {
	Entries []Entry
	// Unreadable are the notebooks that could not be read, where that was to be collected.
	Unreadable []Unreadable
}

// Entry is a notebook of a book.
type Entry struct {
	Key      string
	Notebook *Notebook
}

// Unreadable is a notebook that could not be read.
type Unreadable struct {
	Key string
	Err error
}

// Scraps of all notebooks: the last notebook's counts, whole, at the first place (14.2).
func (b *Book) Scraps() (*Scraps, error) {
	merged := &Scraps{byName: make(map[string]*Scrap)}
	for _, entry := range b.Entries {
		scraps, err := entry.Notebook.Scraps()
		if err != nil {
			return nil, err
		}
		for _, scrap := range scraps.List {
			merged.put(scrap)
		}
	}
	return merged, nil
}

// Table is a table of the notebooks, one after the other, with the further column key (9.6).
func (b *Book) Table(of func(*Notebook) (Table, error)) (Table, error) {
	empty, _ := of(&Notebook{})
	all := empty.with("key", "")
	for _, entry := range b.Entries {
		table, err := of(entry.Notebook)
		if err != nil {
			return Table{}, err
		}
		all.Rows = append(all.Rows, table.with("key", entry.Key).Rows...)
	}
	return all, nil
}

// WideTable has one row for each notebook (14.3). Without names, those of all scalars.
func (b *Book) WideTable(names []string, withNames, withParameters bool) (Table, error) {
	columns := newColumns("key")
	values := make([]map[string]any, len(b.Entries))
	var scrapColumns []string
	known := map[string]bool{"key": true}
	for at, entry := range b.Entries {
		values[at] = make(map[string]any)
		if parameters := entry.Notebook.Parameters(); withParameters && parameters != nil {
			for _, member := range parameters.Members {
				columns.add(member.Key)
				known[member.Key] = true
				values[at][member.Key] = member.Value
			}
		}
	}
	for at, entry := range b.Entries {
		scraps, err := entry.Notebook.Scraps()
		if err != nil {
			return Table{}, err
		}
		asked := names
		if !withNames {
			asked = nil
		}
		for _, scrap := range scraps.List {
			known[scrap.name] = true
			if !withNames {
				asked = append(asked, scrap.name)
			}
		}
		for _, name := range asked {
			value, ok := wideValue(scraps.Get(name))
			if ok && (withNames || isScalar(value)) {
				scrapColumns = append(scrapColumns, name)
				values[at][name] = value
			}
		}
		values[at]["key"] = entry.Key
	}
	if withNames {
		scrapColumns = names
		for _, name := range names {
			if !known[name] && len(b.Entries) > 0 {
				return Table{}, newError("usage-argument", "", "no notebook has "+name)
			}
		}
	}
	for _, name := range scrapColumns {
		columns.add(name)
	}
	table := Table{Columns: columns.list}
	for _, row := range values {
		cells := make([]any, len(columns.list))
		for at, column := range columns.list {
			cells[at] = row[column]
		}
		table.add(cells...)
	}
	return table, nil
}

func wideValue(scrap *Scrap) (any, bool) {
	if scrap == nil || !scrap.HasPayload() {
		return nil, false
	}
	value, err := scrap.Data()
	return value, err == nil
}

func isScalar(value any) bool {
	json, isJSON := value.(*jsontext.Value)
	if isJSON {
		return json.Kind != jsontext.Array && json.Kind != jsontext.Object
	}
	_, isText := value.(string)
	return isText
}

// columns are labels, each once.
type columns struct {
	list []string
	has  map[string]bool
}

func newColumns(first string) *columns {
	return &columns{list: []string{first}, has: map[string]bool{first: true}}
}

func (c *columns) add(label string) {
	if !c.has[label] {
		c.has[label] = true
		c.list = append(c.list, label)
	}
}
