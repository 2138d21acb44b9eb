using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>People of another organisation, and people who could only become members, at the moment of a decision on a real approval.</summary>
public sealed class ExternalDeciderTests
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    [Theory]
    [InlineData("member", true)]
    [InlineData("guest", false)]
    [InlineData("guest whom policy names", true)]
    [InlineData("guest whom policy names in capitals", true)]
    [InlineData("guest whom policy names, blocked", false)]
    [InlineData("guest whom policy names, signed out everywhere", false)]
    [InlineData("guest whom policy names, in no approver group", false)]
    [InlineData("may only become a member", false)]
    public async Task Decision_OfAnApproverWho_Counts(string who, bool counts)
    {
        var named = who.Contains("names", StringComparison.Ordinal) ? who.EndsWith("capitals", StringComparison.Ordinal) ? House.SecurityApprover.ToUpperInvariant() : House.SecurityApprover : null;
        using var house = NewHouse(named);
        var person = house.Directory.People[House.SecurityApprover];
        house.Directory.People[person.Id] = person with { IsGuest = who.StartsWith("guest", StringComparison.Ordinal), AccountEnabled = !who.EndsWith("blocked", StringComparison.Ordinal) };
        if (who.EndsWith("everywhere", StringComparison.Ordinal))
            house.Directory.SessionsEnded[person.Id] = House.SignedInAt.AddMinutes(1);
        // Who is eligible for a group, and has not activated it, is in no list of its members.
        if (who.EndsWith("group", StringComparison.Ordinal) || who.StartsWith("may only", StringComparison.Ordinal))
            house.Directory.Members.Remove((person.Id, House.SecurityGroup));
        house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        house.Tickets.Write("A problem", "Somebody else signs in with my account, I got strange mails about it today.", $"{House.Requester}@contoso.example");
        var context = house.Context(CaseId);
        DecisionOutcome? outcome = null;
        context.OnWait = async _ =>
        {
            if (outcome is not null)
                return false;
            var id = (await house.Get<CaseStore>().FindAsync(CaseId, default))!.OpenApprovalId.ShouldNotBeNull();
            var gate = (await house.Get<ApprovalStore>().FindAsync(id, default)).ShouldNotBeNull();
            outcome = await house.Get<ApprovalService>().DecideAsync(id, gate.PlanHash, true, House.Person(person.Id), null, default);
            return outcome.Kind == DecisionKind.Recorded;
        };

        var end = await house.RunAsync(context);

        (outcome.ShouldNotBeNull().Kind == DecisionKind.Recorded).ShouldBe(counts);
        end.State.ShouldBe(counts ? CaseState.Resolved : CaseState.Escalated);
        house.Trace.Contains("effect user.disable-sign-in").ShouldBe(counts);
    }

    private static House NewHouse(string? named) => new(services =>
    {
        services.AddSingleton<IAuditLog, AuditLog>();
        if (named is null)
            return;
        var loaded = services.Last(service => service.ServiceType == typeof(PolicySet)).ImplementationFactory.ShouldNotBeNull();
        services.AddSingleton(provider => (PolicySet)loaded(provider) with { ExternalDeciders = new HashSet<string>([named], StringComparer.OrdinalIgnoreCase) });
    });
}
