using Cadran.Tests.Architecture.Code;
using Cadran.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cadran.Tests.Architecture;

/// <summary>
/// Every save is named, and every name is one whose event a test has read with <see cref="Trail.TraceAsync"/>: who, when, on what, from
/// what to what.
/// </summary>
[Trait("Database", "any")]
public sealed class EventsTests
{
    private static readonly Lazy<NamedSaves> saves = new(() => new(ValueIndex.Product));

    /// <summary>Every name that a save of the program has.</summary>
    public static IEnumerable<string> Names => saves.Value.Found.Select(f => f.Text).OfType<string>().Distinct();

    [Fact]
    public void EveryName_IsReadByATest()
    {
        string[] named = [.. saves.Value.Found.Select(f => f.Text).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string[] unread = [.. named.Except(Traced())];
        Assert.NotEmpty(named);
        Assert.True(unread.Length == 0, $"No test does this and reads its event (TraceAsync):\n{string.Join('\n', unread)}");
    }

    [Fact]
    public void EveryName_IsKnown() =>
        Assert.Empty(saves.Value.Found.Where(f => f.Text is null).Select(f => $"{Place.Of(f.At.Syntax)}: {f.At.Syntax}"));

    [Fact]
    public void EverySave_IsNamed() => Assert.Empty(saves.Value.Unnamed());

    [Fact]
    public void EverySaveOfAnAccount_IsNamed() => Assert.Empty(saves.Value.UnnamedOfAccounts());

    [Theory]
    [InlineData("""class Page(CadranDb store) { Task Save() => store.Because("wave.close").SaveChangesAsync(); }""")]
    [InlineData("""
        class Page(CadranDb db) { Task Save(string what) => db.Because(what).SaveChangesAsync(); Task Close() => Save("wave.close"); }
        """)]
    [InlineData("""
        class Page(CadranDb db)
        {
            Task Save(int n)
            {
                var (name, _) = n switch { 1 => ("wave.close", 1), _ => ("wave.close", 2) };
                return db.Because(name).SaveChangesAsync();
            }
        }
        """)]
    public void AName_IsFoundHoweverItIsGiven(string page)
    {
        NamedSaves found = Read(page);
        Assert.All(found.Found, f => Assert.Equal("wave.close", f.Text));
        Assert.NotEmpty(found.Found);
        Assert.Empty(found.Unnamed());
    }

    [Theory]
    [InlineData("""class Page(CadranDb x) { Task Save() => x.SaveChangesAsync(); }""")]
    [InlineData("""class Page(CadranDb x) { Task Save() { x.Because("wave.close"); var also = x; return also.SaveChangesAsync(); } }""")]
    [InlineData("""class Page(Microsoft.EntityFrameworkCore.DbContext x) { Task Save() => x.SaveChangesAsync(); }""")]
    public void ASaveWithoutAName_IsSeen(string page) => Assert.Single(Read(page).Unnamed());

    [Theory]
    [InlineData("""db.Because("account.made"); await users.CreateAsync(new());""", 0)]
    [InlineData("""await users.CreateAsync(new()); db.Because("account.made");""", 1)]
    [InlineData("""db.Because("account.made"); await users.CreateAsync(new()); await users.UpdateAsync(new());""", 1)]
    [InlineData("""db.Because("account.made"); await db.SaveChangesAsync(); await users.UpdateAsync(new());""", 1)]
    [InlineData("""await signIn.PasswordSignInAsync("a", "b", false, false);""", 1)]
    [InlineData("""await users.FindByEmailAsync("a");""", 0)]
    public void ASaveOfAnAccountWithoutAName_IsSeen(string saving, int wrong)
    {
        const string Page = "class Page(CadranDb db, UserManager<User> users, SignInManager<User> signIn)";
        Assert.Equal(wrong, Read($"{Page} {{ async Task Save() {{ {saving} }} }}").UnnamedOfAccounts().Count());
    }

    private static IEnumerable<string> Traced() =>
        from test in TestSource.All
        from call in test.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Trail.TraceAsync) }
            or IdentifierNameSyntax { Identifier.ValueText: nameof(Trail.TraceAsync) }
        from argument in call.ArgumentList.Arguments.Take(1)
        where argument.Expression is LiteralExpressionSyntax { Token.Value: string }
        select (string)((LiteralExpressionSyntax)argument.Expression).Token.Value!;

    private static NamedSaves Read(string page) => new(new(CodeBase.Of(
        ("Cadran/Storage/CadranDb.cs", """
            namespace Cadran.Storage;
            public class User;
            public class CadranDb : Microsoft.EntityFrameworkCore.DbContext { public CadranDb Because(string action) => this; }
            """),
        ("Cadran.Web/Pages/Page.cs", "using Cadran.Storage; using Microsoft.AspNetCore.Identity;\n" + page))));
}
