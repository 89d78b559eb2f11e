using System.IO.Compression;
using System.Text;
using Cadran.Csv;

namespace Cadran.Domain.Tests.Csv;

/// <summary>What people and attackers upload: each ends in one located error that says what to repair.</summary>
public sealed class HostileCsvTests
{
    [Theory]
    [InlineData("", "csv.empty", null, null)]
    [InlineData("a,b,a\n1,2,3\n", "csv.duplicate-header", 1L, 3)]
    [InlineData("a,b\n1,2\n\"open,4\n5,6\n", "csv.unclosed-quote", 3L, 1)]
    [InlineData("a,b\n1,\"two\"2\n", "csv.text-after-quote", 2L, 2)]
    [InlineData("a,b\n1,2,3\n", "csv.ragged", 2L, null)]
    [InlineData("a,b\n1,x\0y\n", "csv.nul", 2L, 2)]
    [InlineData("a,b\n1,\"x\0y\"\n", "csv.nul", 2L, 2)]
    [InlineData("PK\u0003\u0004zip", "csv.spreadsheet", null, null)]
    [InlineData("%PDF-1.7\n", "csv.binary", null, null)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0010\n", "csv.binary", null, null)]
    public void BrokenText_IsRefusedWhereItBreaks(string text, string code, long? row, int? column)
    {
        CsvError error = Refusal(Encoding.Latin1.GetBytes(text));
        Assert.Equal((code, row, column), (error.Code, error.Row, error.Column));
    }

    [Fact]
    public void TwoEncodingsInOneFile_NamesTheRow()
    {
        byte[] rows = [.. Encoding.UTF8.GetBytes("a,b\né,1\n"), (byte)'x', 0xE9, (byte)',', (byte)'2', (byte)'\n'];
        CsvError error = Refusal(rows);
        Assert.Equal(("csv.encoding", 3L), (error.Code, error.Row));
    }

    [Fact]
    public void NothingButNul_IsNotText() => Assert.Equal("csv.binary", Refusal(new byte[5000]).Code);

    [Fact]
    public void RandomBytes_NeverEscapeAsAnotherException()
    {
        var random = new Random(7);
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);
            if (i % 3 == 0) for (int b = 0; b < bytes.Length; b++) bytes[b] = "a\",;\n\r\té"u8.ToArray()[bytes[b] % 9];
            ReadToEnd(bytes, out CsvError? error);
            Assert.True(error is null || error.Code.StartsWith("csv.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TenThousandColumns_AreRead_OneMoreIsRefused()
    {
        string header = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        using (CsvReader csv = CsvReaderTests.Open(header + "\n" + header + "\n"))
            foreach (CsvRow row in csv) Assert.Equal("c9999", row.Text(9_999));
        Assert.Equal("csv.too-many-columns", Refusal(Encoding.UTF8.GetBytes(header + ",more\n")).Code);
    }

    [Fact]
    public void LongCell_IsRefused()
    {
        Assert.Equal("csv.cell-too-long", Refusal(Encoding.UTF8.GetBytes("a,b\n1," + new string('x', 1_000_001) + "\n")).Code);
        CsvError error = Refusal(Encoding.UTF8.GetBytes("a,b\n1,\"" + new string('x', 3_000_000)));
        Assert.Equal(("csv.unclosed-quote", 2L, 2), (error.Code, error.Row, error.Column));
    }

    [Fact]
    public void ZipBomb_IsStoppedAfterAFewMegabytes()
    {
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write("a,b\n"u8);
            byte[] rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,1\n", 25_000)));
            for (int i = 0; i < 1_000; i++) gzip.Write(rows);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("csv.compression-bomb", Refusal(counted.ToArray()).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void DamagedGzip_IsNamed(int keep)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.ASCII.GetBytes("a,b\n"
                + string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"{i},{i * 7919 % 1000}"))));
        byte[] bytes = packed.ToArray();
        bytes[keep / 2 + 10] ^= 0x5A;
        ReadToEnd(bytes[..^keep], out CsvError? error);
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(5_000)]
    public void GzipCutOff_IsNamed_WholeOrOfTwoParts_IsRead(int cut)
    {
        byte[] part = Packed(Enumerable.Range(0, 20_000)), other = Packed(Enumerable.Range(0, 3));
        ReadToEnd(part[..^cut], out CsvError? error);
        Assert.Equal("csv.gzip", error?.Code);
        ReadToEnd(part, out error);
        Assert.Null(error);
        ReadToEnd([.. part, .. other], out error);
        Assert.Null(error);

        static byte[] Packed(IEnumerable<int> rows)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                gzip.Write(Encoding.ASCII.GetBytes("a,b\n" + string.Concat(rows.Select(i => $"{i},{i * 7919L % 1009}\n"))));
            return packed.ToArray();
        }
    }

    [Fact]
    public void TextBeyondTheSizeLimit_IsRefused_WithoutReadingIt()
    {
        var options = new CsvOptions { MaxBytes = 1_000_000 };
        ReadToEnd(Encoding.UTF8.GetBytes("a,b\n" + new string('x', 1_000_000)), out CsvError? error, options);
        Assert.Equal("csv.too-large", error?.Code);
        Assert.Equal("The file holds more than {0} MB of text.", error?.Message);
        Assert.Equal(1L, Assert.Single(error!.Args));
    }

    [Fact]
    public void AGigabyteOfRows_NeedsNoMoreMemoryThanOneRow()
    {
        using CsvReader csv = CsvReader.Open(new EndlessRows(1_000_000_000));
        long before = GC.GetAllocatedBytesForCurrentThread(), rows = 0;
        foreach (CsvRow row in csv) rows += row.Count == 4 ? 1 : 0;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(1_000_000_000 / EndlessRows.RowSize - 1, rows);
    }

    private static CsvError Refusal(byte[] bytes)
    {
        ReadToEnd(bytes, out CsvError? error);
        return Assert.IsType<CsvError>(error);
    }

    private static void ReadToEnd(byte[] bytes, out CsvError? error, CsvOptions? options = null)
    {
        error = null;
        try
        {
            using CsvReader csv = CsvReader.Open(new MemoryStream(bytes), options);
            foreach (CsvRow row in csv)
                for (int i = 0; i < row.Count; i++) row.Bytes(i);
        }
        catch (CsvException refused)
        {
            error = refused.Error;
        }
    }

    /// <summary>A file of any size without a file: the same row again and again.</summary>
    private sealed class EndlessRows(long size) : MemoryStream
    {
        public const int RowSize = 1000;
        private static readonly byte[] Block =
            Encoding.ASCII.GetBytes(string.Concat(
                Enumerable.Repeat($"{new string('a', 249)},{new string('b', 249)},{new string('c', 249)},{new string('d', 249)}\n", 100)));
        private long at;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            int offset = (int)(at % Block.Length), take = (int)Math.Min(Math.Min(buffer.Length, Block.Length - offset), size - at);
            Block.AsSpan(offset, take).CopyTo(buffer);
            at += take;
            return take;
        }
    }
}
