using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class PersonalDevicesNeedApprovalTests
{
    [Theory]
    [InlineData("device.sync", true, VerdictOutcome.Allow)]
    [InlineData("device.sync", false, VerdictOutcome.NeedsApproval)]
    [InlineData("device.sync", null, VerdictOutcome.NeedsApproval)]
    [InlineData("user.revoke-sessions", false, VerdictOutcome.Allow)]
    public void Device_ThatIsPersonalOrUnknown_NeedsApproval(string remediation, bool? isCompanyOwned, VerdictOutcome verdict)
    {
        var devices = new Dictionary<string, Device>(StringComparer.Ordinal);
        if (isCompanyOwned is { } owned)
            devices[Scene.Laptop] = Scene.Device(Scene.Laptop, isCompanyOwned: owned);

        Scene.Ask(
            new PersonalDevicesNeedApproval(),
            Scene.Input(remediation == "device.sync" ? Scene.OnDevice(remediation) : Scene.OnUser(remediation)) with { Devices = devices }).ShouldBe(verdict);
    }
}
