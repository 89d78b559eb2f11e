namespace Cadran.Catalogue;

internal enum RowState { New, Changed, Unchanged }
