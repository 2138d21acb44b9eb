using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage.Intents;

public sealed class IntentCatalogueTests
{
    [Fact]
    public void EveryIntent_IsWrittenDown_WithBoundaryAndExamples()
    {
        ShippedIntents.All.Count.ShouldBe(37);
        ShippedIntents.All.Select(intent => intent.Id).ShouldBeUnique();
        foreach (var intent in ShippedIntents.All)
        {
            intent.Id.ShouldAllBe(letter => char.IsAsciiLetterLower(letter) || letter == '.' || letter == '-', intent.Id);
            intent.Title.Texts.Keys.ShouldBe(["en", "de", "es", "fr"], intent.Id);
            (intent.Cues is not null).ShouldBe(intent.IsRemediable, intent.Id);
            intent.Route.ShouldNotBeNull(intent.Id);
            intent.Description.ShouldEndWith(".");
            intent.Examples.Count.ShouldBeGreaterThanOrEqualTo(3, intent.Id);
        }
    }

    [Fact]
    public void Remediable_IsExactlyWhatARunbookMayDo()
    {
        ShippedIntents.All.Where(intent => intent.IsRemediable).Select(intent => intent.Id).ShouldBe(
        [
            "identity.password-forgotten", "identity.locked-out", "identity.sign-in-problem", "identity.compromised", "identity.mfa-lost", "identity.new-phone",
            "identity.group-access", "identity.app-access", "identity.access-removal", "identity.licence", "identity.guest", "identity.leaver",
            "device.lost", "device.stolen", "device.non-compliant", "device.malware", "device.sync", "device.slow",
            "device.bitlocker-recovery", "device.local-admin-password", "device.passcode",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("unknown", true)]
    [InlineData("Unknown", false)]
    [InlineData("device.wipe", false)]
    [InlineData(null, false)]
    public void Find_OnlyExactIds(string? id, bool known) => (ShippedIntents.Catalogue.Find(id) is not null).ShouldBe(known);
}
