using System.Globalization;
using System.Text.Json;
using CsCheck;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Foundation;

/// <summary>Fields are written in one way only, and what has no such way is refused.</summary>
public class CanonicalJsonTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 4, 7, 6, 7, TimeSpan.FromHours(2)).AddMilliseconds(89);

    // Halves of surrogate pairs are no text; everything else is.
    private static readonly Gen<string> TextGen = Gen.OneOf(
        Gen.Char.Where(static unit => !char.IsSurrogate(unit)).Array[0, 8].Select(static units => new string(units)), Gen.OneOf("€", "\ud83d\ude00", "a\"b\\c", "\r\n", ""));

    private static readonly Gen<(string Name, object? Value)[]> MembersGen = Members(depth: 3);

    public static TheoryData<string, CanonicalObject> Vectors => new()
    {
        // RFC 8785, 3.2.2 (strings and literals; fractions have no place here).
        {
            """{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
            CanonicalObject.Of(("string", "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f"), ("literals", new[] { CanonicalJson.Null, true, false }))
        },
        // RFC 8785, 3.2.3: sorted by UTF-16 units, so that an emoji comes before U+FB33.
        {
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            CanonicalObject.Of(
                ("\u20ac", "Euro Sign"), ("\r", "Carriage Return"), ("\ufb33", "Hebrew Letter Dalet With Dagesh"), ("1", "One"),
                ("\ud83d\ude00", "Emoji: Grinning Face"), ("\u0080", "Control\u007f"), ("\u00f6", "Latin Small Letter O With Diaeresis"))
        },
        // RFC 8785, appendix B: the whole numbers up to the largest that is exact.
        { """{"a":0,"b":9007199254740991,"c":-9007199254740991}""", CanonicalObject.Of(("a", 0), ("b", 9007199254740991), ("c", -9007199254740991)) },
        // The author's test file structures.json.
        {
            """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""",
            CanonicalObject.Of(
                ("1", CanonicalObject.Of(("f", CanonicalObject.Of(("f", "hi"), ("F", 5))), ("\n", 56))), ("10", CanonicalObject.Of()), ("", "empty"), ("a", CanonicalObject.Of()),
                ("111", new[] { CanonicalObject.Of(("e", "yes"), ("E", "no")) }), ("A", CanonicalObject.Of()))
        },
        // The author's test file french.json: no locale sorts.
        {
            """{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}""",
            CanonicalObject.Of(("peach", "This sorting order"), ("péché", "is wrong according to French"), ("pêche", "but canonicalization MUST"), ("sin", "ignore locale"))
        },
        {
            """{"at":"2026-03-04T05:06:07.0890000Z","facts":{"a":"1","b":"2"},"id":"6f1a2b3c-0000-4000-8000-000000000001"}""",
            CanonicalObject.Of(
                ("id", Guid.Parse("6F1A2B3C-0000-4000-8000-000000000001")), ("at", Moment), ("facts", new Dictionary<string, string>(StringComparer.Ordinal) { ["b"] = "2", ["a"] = "1" }))
        },
    };

    public static TheoryData<string, object?> Refused => new()
    {
        { "a fraction", 0.5 },
        { "a number that readers round", 9007199254740992 },
        { "half of a surrogate pair", "\ud83d" },
        { "the other half first", "\ude00\ud83d" },
        { "a half in a list", new[] { "a", "\ud83d" } },
        { "no value in a list", new string?[] { "a", null } },
        { "no value in a dictionary", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = null! } },
        { "an enumeration", DayOfWeek.Monday },
        { "a moment without its zone", Moment.DateTime },
        { "an object of the program", new Uri("https://example.com") },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Fields_WithAKnownText_AreWrittenSo(string text, CanonicalObject fields) => fields.ToString().ShouldBe(text);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Value_WithoutACanonicalForm_IsRefused(string what, object? value) =>
        Should.Throw<ArgumentException>(() => CanonicalObject.Of(("a", value)).ToString(), what);

    [Fact]
    public void Members_OfOneName_AreRefused()
    {
        Should.Throw<ArgumentException>(() => CanonicalObject.Of(("a", 1), ("b", 2), ("a", 1)).ToString());
        // One of the two would be invisible.
        Should.Throw<ArgumentException>(() => CanonicalObject.Of(("a", 1), ("a", null)).ToString());
        Should.Throw<ArgumentException>(() => CanonicalObject.Of(("a", 1)).With("a", 2).ToString());
    }

    [Fact]
    public void Member_WithoutAValue_IsLeftOut_OrWrittenWhereTheObjectIsWhole()
    {
        CanonicalObject.Of(("a", 1), ("b", null)).ToString().ShouldBe("""{"a":1}""");
        CanonicalObject.Whole(("a", 1), ("b", null)).With("c", null).ToString().ShouldBe("""{"a":1,"b":null}""");
    }

    [Fact]
    public void WellFormed_TextThatWasCutInACharacter_CanBeWritten()
    {
        // Not as data of a theory: an attribute cannot hold half of a character.
        CanonicalJson.WellFormed("cut \ud83d").ShouldBe("cut \ufffd");
        CanonicalJson.WellFormed("\ude00\ud83d").ShouldBe("\ufffd\ufffd");
        CanonicalJson.WellFormed("\ud83d\ud83d\ude00").ShouldBe("\ufffd\ud83d\ude00");
        CanonicalJson.WellFormed("\ud83d\ude00 plain").ShouldBe("\ud83d\ude00 plain");
        CanonicalJson.WellFormed(null).ShouldBeNull();
    }

    [Fact]
    public void Order_OfTheMembers_NeverMatters() =>
        MembersGen.SelectMany(static members => Gen.Shuffle(members), static (members, shuffled) => (members, shuffled))
            .Sample(static pair => Of(pair.shuffled).ToString() == Of(pair.members).ToString());

    [Fact]
    public void Text_ReadAndWrittenAgain_IsTheSame() => MembersGen.Sample(static members =>
    {
        var text = Of(members).ToString();
        using var read = JsonDocument.Parse(text);
        return ((CanonicalObject)ValueOf(read.RootElement)).ToString() == text;
    });

    [Fact]
    public void Text_OfOtherFields_IsAnother() =>
        Gen.Select(MembersGen, TextGen).Sample(static (members, more) => Of(members).With("another name than any", more).ToString() != Of(members).ToString());

    private static Gen<(string Name, object? Value)[]> Members(int depth)
    {
        var leaf = Gen.OneOf(
            TextGen.Select(static text => (object?)text), Gen.Bool.Select(static flag => (object?)flag),
            Gen.Long[-9007199254740991, 9007199254740991].Select(static number => (object?)number));
        var value = depth == 0
            ? leaf
            : Gen.OneOf(leaf, leaf.Array[0, 3].Select(static items => (object?)items), Members(depth - 1).Select(static members => (object?)Of(members)), Gen.Const((object?)null));
        return Gen.Select(TextGen, value).Array[0, 5].Select(static members => members.DistinctBy(static member => member.Item1, StringComparer.Ordinal).ToArray());
    }

    private static CanonicalObject Of((string Name, object? Value)[] members) => CanonicalObject.Of(members);

    private static object ValueOf(JsonElement read) => read.ValueKind switch
    {
        JsonValueKind.Object => CanonicalObject.Of([.. read.EnumerateObject().Select(static member => (member.Name, (object?)ValueOf(member.Value)))]),
        JsonValueKind.Array => read.EnumerateArray().Select(ValueOf).ToArray(),
        JsonValueKind.String => read.GetString()!,
        JsonValueKind.Number => long.Parse(read.GetRawText(), CultureInfo.InvariantCulture),
        JsonValueKind.Null => CanonicalJson.Null,
        var kind => kind == JsonValueKind.True,
    };
}
