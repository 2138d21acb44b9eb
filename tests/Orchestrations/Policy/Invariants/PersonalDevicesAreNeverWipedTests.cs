using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class PersonalDevicesAreNeverWipedTests
{
    [Theory]
    [InlineData("device.wipe", true, VerdictOutcome.Allow)]
    [InlineData("device.wipe", false, VerdictOutcome.Refuse)]
    [InlineData("device.wipe", null, VerdictOutcome.Refuse)]
    [InlineData("device.retire", false, VerdictOutcome.Allow)]
    [InlineData("device.retire", null, VerdictOutcome.Allow)]
    [InlineData("device.fresh-start-keep-data", true, VerdictOutcome.Allow)]
    [InlineData("device.fresh-start-keep-data", false, VerdictOutcome.Refuse)]
    [InlineData("device.unheard-of", false, VerdictOutcome.Refuse)]
    [InlineData("device.unheard-of", true, VerdictOutcome.Allow)]
    public void Device_ThatWouldBeErased_IsTheCompanysBeyondDoubt(string remediation, bool? isCompanyOwned, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnUser("user.revoke-sessions"), Scene.OnDevice(remediation));
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        if (isCompanyOwned is { } owned)
            devices[Scene.Laptop] = Scene.Device(Scene.Laptop, isCompanyOwned: owned);
        // Whatever the catalogue calls it: what counts is that it says that it erases.
        var catalogue = new Dictionary<string, RemediationDescriptor>(Scene.Catalogue, StringComparer.Ordinal)
        {
            ["device.fresh-start-keep-data"] = Scene.Catalogue["device.sync"] with { Id = "device.fresh-start-keep-data", ErasesDevice = true },
        };

        Scene.Ask(new PersonalDevicesAreNeverWiped(), input with { Devices = devices, Catalogue = catalogue }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(true, VerdictOutcome.Allow)]
    [InlineData(false, VerdictOutcome.Refuse)]
    public void SecondDevice_ThatIsPersonal_RefusesThePlan(bool isCompanyOwned, VerdictOutcome verdict)
    {
        var input = Scene.Input(Scene.OnDevice("device.wipe"), Scene.OnDevice("device.wipe", "device-2") with { Id = "second" });

        Scene.Ask(
            new PersonalDevicesAreNeverWiped(),
            input with
            {
                Devices = new Dictionary<string, Device>(StringComparer.Ordinal)
                {
                    [Scene.Laptop] = Scene.Device(Scene.Laptop),
                    ["device-2"] = Scene.Device("device-2", isCompanyOwned: isCompanyOwned),
                },
            }).ShouldBe(verdict);
    }
}
