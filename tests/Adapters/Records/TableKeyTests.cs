using HelpDesk.Adapters.TableStorage;

namespace HelpDesk.Adapters.Tests.Records;

public sealed class TableKeyTests
{
    private const string Forbidden = "/\\#?%";

    [Fact]
    public void Encode_EveryUnit_IsAllowedReversibleAndInOrder()
    {
        var previous = "";
        for (var unit = 1; unit <= char.MaxValue; unit++)
        {
            var key = ((char)unit).ToString();
            var encoded = TableKey.Encode(key);
            encoded.All(IsAllowed).ShouldBeTrue(encoded);
            TableKey.Decode(encoded).ShouldBe(key);
            string.CompareOrdinal(previous, encoded).ShouldBeLessThan(0);
            previous = encoded;
        }
    }

    [Fact]
    public void Encode_RandomKeys_KeepTheirOrder()
    {
        var random = new Random(11);
        var signs = RecordTextConformance.OddKeys;
        var keys = Enumerable.Range(0, 2_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => signs[random.Next(signs.Count)]))).ToArray();

        keys.Order(StringComparer.Ordinal).ShouldBe(keys.Select(TableKey.Encode).Order(StringComparer.Ordinal).Select(TableKey.Decode));
    }

    [Fact]
    public void Encode_LongestAllowedKey_FitsTableStorage() =>
        TableKey.Encode(new string('a', 300) + new string('/', 100)).Length.ShouldBeLessThanOrEqualTo(512);

    [Theory]
    [InlineData(".")]
    [InlineData(".2")]
    [InlineData("a ")]
    [InlineData("~é")]
    public void Decode_ForeignKey_IsRefused(string encoded) => Should.Throw<FormatException>(() => TableKey.Decode(encoded));

    private static bool IsAllowed(char unit) => !Forbidden.Contains(unit) && !char.IsControl(unit) && !char.IsSurrogate(unit) && unit < '\uFFFE';
}
