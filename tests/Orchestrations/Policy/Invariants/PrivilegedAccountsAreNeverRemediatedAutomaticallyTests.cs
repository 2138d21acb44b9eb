using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Invariants;

namespace HelpDesk.Orchestrations.Tests.Policy.Invariants;

public sealed class PrivilegedAccountsAreNeverRemediatedAutomaticallyTests
{
    // Whether somebody holds a role is read by the directory's adapter, where "unknown" is true.
    [Theory]
    [InlineData(true, "device.sync", VerdictOutcome.Refuse)]
    [InlineData(true, "user.revoke-sessions", VerdictOutcome.Refuse)]
    [InlineData(false, "device.sync", VerdictOutcome.Allow)]
    [InlineData(false, "user.revoke-sessions", VerdictOutcome.Allow)]
    public void Subject_WithARoleOrPerhapsWithOne_Refused(bool isPrivileged, string remediation, VerdictOutcome verdict)
    {
        var input = Scene.Input(remediation == "device.sync" ? Scene.OnDevice(remediation) : Scene.OnUser(remediation));

        Scene.Ask(new PrivilegedAccountsAreNeverRemediatedAutomatically(), input with { Subject = Scene.Person(Scene.Rita) with { Roles = isPrivileged ? [HeldRole.Unknown] : [] } }).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(true, false, VerdictOutcome.Allow)]
    [InlineData(false, true, VerdictOutcome.Refuse)]
    public void Delegate_WithARole_IsNotTheOneItIsAbout(bool requester, bool subject, VerdictOutcome verdict)
    {
        var input = Scene.Delegated(Scene.OnUser("user.revoke-sessions")) with
        {
            Requester = Scene.Person(Scene.Max) with { Roles = requester ? [HeldRole.Unknown] : [] },
            Subject = Scene.Person(Scene.Rita) with { Roles = subject ? [HeldRole.Unknown] : [] },
        };

        Scene.Ask(new PrivilegedAccountsAreNeverRemediatedAutomatically(), input).ShouldBe(verdict);
    }
}
