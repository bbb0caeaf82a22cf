package scrapbook

import (
	"slices"
	"strings"

	"scrapbookreader/jsontext"
)

// Table has rows under named columns (9.6). A cell is a string, a *jsontext.Value, a *Display, a Timing, what an
// encoder of the caller gave, or nil where the value is absent.
type Table struct {
	Columns []string
	Rows    [][]any
}

// ScrapTable has a row for each scrap.
func ScrapTable(scraps *Scraps) Table {
	table := Table{Columns: []string{"name", "data", "encoder", "display"}}
	for _, scrap := range scraps.List {
		table.add(scrap.name, dataOrNil(scrap), scrap.Encoder(), displayOrNil(scrap))
	}
	return table
}

// NotebookScrapTable is ScrapTable with the column filename.
func (n *Notebook) NotebookScrapTable() (Table, error) {
	scraps, err := n.Scraps()
	if err != nil {
		return Table{}, err
	}
	return ScrapTable(scraps).with("filename", n.Filename()), nil
}

var pairColumns = []string{"name", "value", "type", "filename"}

// ParameterTable has a row for each parameter, sorted by name.
func (n *Notebook) ParameterTable() (Table, error) {
	table := Table{Columns: pairColumns}
	if parameters := n.Parameters(); parameters != nil {
		for _, member := range parameters.Members {
			table.add(member.Key, member.Value, "parameter", n.Filename())
		}
	}
	table.sortByName()
	return table, nil
}

// RecordTable has a row for each data scrap, sorted by name.
func (n *Notebook) RecordTable() (Table, error) {
	scraps, err := n.Scraps()
	if err != nil {
		return Table{}, err
	}
	table := Table{Columns: pairColumns}
	for _, scrap := range scraps.List {
		if scrap.IsData() {
			table.add(scrap.name, dataOrNil(scrap), "record", n.Filename())
		}
	}
	table.sortByName()
	return table, nil
}

// PapermillTable has the parameters, then the records.
func (n *Notebook) PapermillTable() (Table, error) {
	table, _ := n.ParameterTable()
	records, err := n.RecordTable()
	table.Rows = append(table.Rows, records.Rows...)
	return table, err
}

// MetricsTable has a row for each cell that was executed.
func (n *Notebook) MetricsTable() (Table, error) {
	table := Table{Columns: []string{"filename", "cell", "value", "type"}}
	timing := n.CellTiming()
	for i, count := range n.ExecutionCounts() {
		if count.IsTruthy() {
			name := "Out [" + countText(count) + "]"
			table.add(n.Filename(), name, timing[i], "time (s)")
		}
	}
	return table, nil
}

func countText(count *jsontext.Value) string {
	if count.Kind == jsontext.Array || count.Kind == jsontext.Object {
		return Dump(count)
	}
	return scalarText(count)
}

func (t *Table) add(cells ...any) { t.Rows = append(t.Rows, cells) }

// with adds a column of one value.
func (t Table) with(column string, value any) Table {
	wide := Table{Columns: append(slices.Clone(t.Columns), column)}
	for _, row := range t.Rows {
		wide.add(append(slices.Clone(row), value)...)
	}
	return wide
}

// sortByName sorts by code points, which is how Go compares UTF-8.
func (t *Table) sortByName() {
	slices.SortStableFunc(t.Rows, func(a, b []any) int {
		return strings.Compare(a[0].(string), b[0].(string))
	})
}

func dataOrNil(scrap *Scrap) any {
	value, err := scrap.Data()
	if err != nil {
		return nil
	}
	return value
}

func displayOrNil(scrap *Scrap) any {
	if display := scrap.Display(); display != nil {
		return display
	}
	return nil
}
