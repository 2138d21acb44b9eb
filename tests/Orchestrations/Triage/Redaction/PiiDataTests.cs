using Xunit.Abstractions;

namespace HelpDesk.Orchestrations.Tests.Triage.Redaction;

/// <summary>Measures recall on sentences with exact spans. What a service desk's ticket does not need to lose (dates, links, plates, post codes, MAC addresses, companies' numbers) is left out.</summary>
public sealed class PiiDataTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.85;

    private static readonly HashSet<string> Kept =
        ["DATE", "URL", "MAC", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION", "IN_VEHICLE_REGISTRATION", "NG_VEHICLE_REGISTRATION", "TR_LICENSE_PLATE", "SG_UEN", "SE_ORGANISATIONSNUMMER", "IT_VAT_CODE", "CRYPTO"];

    // Alphanumeric numbers without a word before them that says what they are: device names and serial numbers look the same.
    private static readonly HashSet<string> OnlyWhenAnnounced =
        ["US_DRIVER_LICENSE", "IT_DRIVER_LICENSE", "IT_IDENTITY_CARD", "IT_PASSPORT", "UK_PASSPORT", "UK_DRIVING_LICENCE", "DE_PASSPORT", "ES_PASSPORT", "IN_PASSPORT", "KR_PASSPORT", "US_PASSPORT", "IN_VOTER", "DE_HEALTH_INSURANCE"];

    [Fact]
    public void Redact_SharedSentences_FindsEnough()
    {
        var rows = SharedData.Read("pii.dev.jsonl");
        int found = 0, all = 0;
        var missed = new List<string>();
        foreach (var row in rows)
        {
            var text = Tickets.Redacted(row.GetProperty("text").GetString()!);
            foreach (var span in row.GetProperty("spans").EnumerateArray())
            {
                var type = span.GetProperty("type").GetString()!;
                if (Kept.Contains(type) || OnlyWhenAnnounced.Contains(type))
                    continue;
                all++;
                if (text.Contains(span.GetProperty("value").GetString()!, StringComparison.Ordinal))
                    missed.Add($"{type}: {span.GetProperty("value").GetString()}");
                else
                    found++;
            }
        }

        output.WriteLine($"recall {found} of {all}; missed: {string.Join("; ", missed)}");
        if (rows.Count > 0)
            ((double)found / all).ShouldBeGreaterThanOrEqualTo(LeastRecall);
    }

    [Theory]
    [InlineData("my travel passport is A12803456", "A12803456")]
    [InlineData("AAAAAA00B11C333Y and more", "AAAAAA00B11C333Y")]
    [InlineData("Z8078221M en mi NIE", "Z8078221M")]
    [InlineData("Meine Steuer-ID: 12345678903.", "12345678903")]
    [InlineData("RVNR: 15070649C103 laut Ausweis.", "15070649C103")]
    [InlineData("TR33 0006 1005 1978 6457 8413 26", "8413 26")]
    [InlineData("My mobile number is +639171234567.", "639171234567")]
    [InlineData("hh 01 02 03 d", "01 02 03")]
    public void Redact_NationalIds_AreGone(string text, string value) => Tickets.Redacted(text).ShouldNotContain(value);
}
