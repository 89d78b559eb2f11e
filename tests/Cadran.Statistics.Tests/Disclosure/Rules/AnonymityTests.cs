using Cadran.Statistics.Disclosure;

namespace Cadran.Statistics.Tests.Disclosure;

public sealed class AnonymityTests
{
    // The four-anonymous hospital table of Machanavajjhala and others (2007), coded: in its last block everybody has the same illness.
    private static readonly int[] Block = [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3];
    private static readonly int[] Condition = [1, 1, 2, 2, 3, 1, 2, 2, 3, 3, 3, 3];

    [Fact]
    public void HospitalTable_IsFourAnonymousAndNotDiverse()
    {
        var result = Anonymity.Of([Block], Condition);
        Assert.Equal((12, 3, 4, 1), (result.Respondents, result.Classes, result.SmallestClass, result.LeastDiversity));
        Assert.Equal([2, 2, 2, 2, 3, 3, 3, 3, 1, 1, 1, 1], result.ClassDiversity);
    }

    [Fact]
    public void SmallestClassAndLeastDiversity_AreThoseOfTheWeakest()
    {
        int[] block = [1, 2, 2, 2, 2, 2, 2, 3, 3], condition = [4, 1, 2, 3, 4, 5, 6, 7, 7];
        var (with, without) = (Anonymity.Of([block], condition), Anonymity.Of([block]));
        Assert.Equal((1, 1), (with.SmallestClass, with.LeastDiversity));
        Assert.Equal((1, 0), (without.SmallestClass, without.LeastDiversity));
        Assert.Equal(2, Anonymity.Of([[2, 2, 2, 2, 2, 2, 3, 3]], [1, 2, 3, 4, 5, 6, 7, 8]).LeastDiversity);
    }

    [Fact]
    public void AnotherQuasiIdentifier_NeverHelps()
    {
        int[] language = [1, 2, 1, 1, 1, 1, 2, 2, 1, 1, 1, 2];
        var one = Anonymity.Of([Block]);
        var two = Anonymity.Of([Block, language]);
        Assert.True(two.SmallestClass <= one.SmallestClass && two.Classes >= one.Classes);
        Assert.Equal(1, two.SmallestClass);
        Assert.Equal([1, 11], two.ClassSize.Select((s, i) => (s, i)).Where(x => x.s == 1).Select(x => x.i));
    }

    [Fact]
    public void EdgeInputs_HaveDocumentedOutcomes()
    {
        var empty = Anonymity.Of([[]], []);
        Assert.Equal((0, 0, 0, 0), (empty.Respondents, empty.Classes, empty.SmallestClass, empty.LeastDiversity));
        Assert.Equal(12, Anonymity.Of([], Condition).SmallestClass);
        Assert.Throws<ArgumentException>(() => Anonymity.Of([Block, [1]]));
    }
}
