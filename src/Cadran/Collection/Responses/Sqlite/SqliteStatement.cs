using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cadran.Collection;

/// <summary>
/// A statement prepared once on SQLite's own interface, in whatever transaction its connection has open. Values go to it as bytes, without
/// an object for each: what writes and finds answers runs thousands of times a second. Used by one caller at a time.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int GuidLength = 36, DayLength = 10;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[1024];
    private int next;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Binds the next parameter, from the first after each run.</summary>
    public SqliteStatement Bind(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > buffer.Length) buffer = new byte[most];
        // A text without characters has no bytes to point at, and would be bound as no value.
        if (text.Length == 0) Check(raw.sqlite3_bind_text(statement, ++next, ""));
        else Text(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        return this;
    }

    /// <summary>As Entity Framework writes it.</summary>
    public SqliteStatement Bind(Guid id)
    {
        Span<byte> text = buffer.AsSpan(0, GuidLength);
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        Text(text);
        return this;
    }

    /// <inheritdoc cref="Bind(Guid)"/>
    public SqliteStatement Bind(Guid? id) => id is { } known ? Bind(known) : Null();

    public SqliteStatement Bind(DateOnly day)
    {
        day.TryFormat(buffer.AsSpan(0, DayLength), out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Text(buffer.AsSpan(0, DayLength));
        return this;
    }

    public SqliteStatement Bind(double value)
    {
        Check(raw.sqlite3_bind_double(statement, ++next, value));
        return this;
    }

    public SqliteStatement Bind(double? value) => value is { } known ? Bind(known) : Null();

    public SqliteStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(statement, ++next, value));
        return this;
    }

    /// <param name="bytes">Not empty.</param>
    public SqliteStatement Bind(ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, ++next, bytes));
        return this;
    }

    /// <summary>Runs a statement that gives no rows. Returns how many it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(database);
    }

    /// <summary>Whether there is another row; after the last the statement is to be <see cref="Reset"/>.</summary>
    public bool Step()
    {
        int outcome = raw.sqlite3_step(statement);
        if (outcome is raw.SQLITE_ROW or raw.SQLITE_DONE) return outcome == raw.SQLITE_ROW;
        // Told by the reset too, with its extended code.
        next = 0;
        Check(raw.sqlite3_reset(statement));
        Check(outcome);
        return false;
    }

    public void Reset()
    {
        next = 0;
        Check(raw.sqlite3_reset(statement));
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);
    public double Double(int column) => raw.sqlite3_column_double(statement, column);

    public void Dispose() => statement.Dispose();

    private SqliteStatement Null()
    {
        Check(raw.sqlite3_bind_null(statement, ++next));
        return this;
    }

    private void Text(ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(statement, ++next, utf8));

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(outcome, database);
    }
}
