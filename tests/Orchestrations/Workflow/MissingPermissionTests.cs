using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

public sealed class MissingPermissionTests
{
    [Fact]
    public async Task Permission_NotGranted_NobodyIsAskedAndThePersonReadsWhatToGrant()
    {
        using var house = new House();
        house.Preflight.Missing["user.grant-temporary-pass"] = ["UserAuthenticationMethod.ReadWrite.All"];
        house.Model.Answer = _ => new TriageAnswer("identity.password-forgotten", 0.97);
        house.Tickets.Write("A problem", "I have forgotten my password and cannot sign in to anything at all today.", $"{House.Requester}@contoso.example");

        var end = await house.RunAsync();

        end.State.ShouldBe(CaseState.Escalated);
        house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        house.Teams.Cards.ShouldBeEmpty();
        house.Tickets.Notes.Single().ShouldContain("lacks the permission UserAuthenticationMethod.ReadWrite.All");
    }

    [Fact]
    public async Task Permission_OfOneContainmentStep_WithholdsNeitherTheOthersNorTheRequest_AndThePersonReadsWhatToGrant()
    {
        using var house = new House();
        house.Preflight.Missing["user.revoke-sessions"] = ["User.RevokeSessions.All"];
        house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");

        var end = await house.RunAsync();

        end.State.ShouldBe(CaseState.Escalated);
        house.Trace.Where(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(["effect user.confirm-compromised"]);
        house.Teams.Cards.ShouldNotBeEmpty("blocking the account still waits for somebody's yes");
        house.Tickets.Notes.Single().ShouldContain("lacks the permission User.RevokeSessions.All");
    }
}
