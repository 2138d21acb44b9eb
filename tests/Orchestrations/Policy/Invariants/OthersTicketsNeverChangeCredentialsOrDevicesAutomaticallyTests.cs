using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class OthersTicketsNeverChangeCredentialsOrDevicesAutomaticallyTests
{
    [Theory]
    [InlineData("device.sync", Scene.Rita, false, TicketChannel.Portal, VerdictOutcome.Allow)]
    [InlineData("device.sync", Scene.Rita, false, TicketChannel.Chat, VerdictOutcome.Allow)]
    [InlineData("device.sync", Scene.Max, false, TicketChannel.Portal, VerdictOutcome.NeedsApproval)]
    [InlineData("device.sync", "0A000000-0000-4000-8000-00000000000A", false, TicketChannel.Portal, VerdictOutcome.Allow)]
    [InlineData("device.sync", Scene.Rita, true, TicketChannel.Portal, VerdictOutcome.NeedsApproval)]
    [InlineData("device.sync", Scene.Rita, false, TicketChannel.Phone, VerdictOutcome.NeedsApproval)]
    [InlineData("device.sync", Scene.Rita, false, TicketChannel.Mail, VerdictOutcome.NeedsApproval)]
    [InlineData("user.grant-temporary-pass", Scene.Max, false, TicketChannel.Portal, VerdictOutcome.NeedsApproval)]
    [InlineData("group.add-member", Scene.Max, false, TicketChannel.Mail, VerdictOutcome.Allow)]
    [InlineData("nobody.knows-this", Scene.Max, false, TicketChannel.Portal, VerdictOutcome.NeedsApproval)]
    public void Step_OfATicketThatIsNotTheRequestersOwn_NeedsApproval(string remediation, string opener, bool isUnknown, TicketChannel channel, VerdictOutcome verdict)
    {
        var step = remediation.StartsWith("device.", StringComparison.Ordinal) ? Scene.OnDevice(remediation) : Scene.OnUser(remediation);
        var input = Scene.Input(step).Planned(plan => plan with { Opening = new PlanOpening([opener], isUnknown, channel) });

        Scene.Ask(new OthersTicketsNeverChangeCredentialsOrDevicesAutomatically(), input).ShouldBe(verdict);
    }

    [Fact]
    public void Opener_NobodyKnows_CountsAsSomeoneElse() =>
        Scene.Ask(new OthersTicketsNeverChangeCredentialsOrDevicesAutomatically(), Scene.Input(Scene.OnDevice("device.sync")).Planned(plan => plan with { Opening = PlanOpening.Unknown }))
            .ShouldBe(VerdictOutcome.NeedsApproval);
}
