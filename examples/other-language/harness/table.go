package main

import (
	"fmt"

	"scrapbookreader/scrapbook"
)

type tableOf = func(*scrapbook.Notebook) (scrapbook.Table, error)

var tables = map[string]tableOf{
	"notebook-scraps": (*scrapbook.Notebook).NotebookScrapTable,
	"parameters":      (*scrapbook.Notebook).ParameterTable,
	"records":         (*scrapbook.Notebook).RecordTable,
	"papermill":       (*scrapbook.Notebook).PapermillTable,
	"metrics":         (*scrapbook.Notebook).MetricsTable,
}

func table(asked request) (object, error) {
	made, err := makeTable(asked)
	if err != nil {
		return nil, err
	}
	columns := make([]any, len(made.Columns))
	for at, column := range made.Columns {
		columns[at] = tagText(column)
	}
	rows := make([]any, len(made.Rows))
	for at, row := range made.Rows {
		cells := make([]any, len(row))
		for column, cell := range row {
			cells[column] = tag(cell)
		}
		rows[at] = cells
	}
	return object{"columns": columns, "rows": rows}, nil
}

func makeTable(asked request) (scrapbook.Table, error) {
	of, known := tables[asked.Table]
	if asked.Scrapbook || asked.Table == "wide" {
		book, err := asked.readBook()
		if err != nil {
			return scrapbook.Table{}, err
		}
		switch {
		case asked.Table == "wide":
			names := make([]string, len(asked.Columns))
			for at, column := range asked.Columns {
				names[at] = string(column)
			}
			return book.WideTable(names, asked.Columns != nil, asked.Parameters)
		case asked.Table == "scraps":
			scraps, err := book.Scraps()
			if err != nil {
				return scrapbook.Table{}, err
			}
			return scrapbook.ScrapTable(scraps), nil
		case known:
			return book.Table(of)
		}
		return scrapbook.Table{}, fmt.Errorf("there is no table %s of a scrapbook", asked.Table)
	}
	notebook, err := scrapbook.ReadFile(asked.Files[0].Path, asked.readOptions().Options)
	if err != nil {
		return scrapbook.Table{}, err
	}
	if asked.Table == "scraps" {
		scraps, err := notebook.Scraps()
		if err != nil {
			return scrapbook.Table{}, err
		}
		return scrapbook.ScrapTable(scraps), nil
	}
	if !known {
		return scrapbook.Table{}, fmt.Errorf("there is no table %s", asked.Table)
	}
	return of(notebook)
}
