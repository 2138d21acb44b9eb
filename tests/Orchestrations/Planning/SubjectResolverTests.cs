using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Planning;

/// <summary>Who may ask that an employee's account is closed: their manager or human resources, by the directory; everybody else gets a person.</summary>
public sealed class SubjectResolverTests
{
    private const string HumanResources = "11111111-0000-4000-8000-0000000000aa";

    [Theory]
    [InlineData(House.Manager, true)]
    [InlineData(House.OtherLead, true)]
    [InlineData(House.Stranger, false)]
    [InlineData(House.ItManager, false)]
    public async Task Leaver_FiledBy_IsPlannedForTheManagerAndHumanResourcesOnly(string requester, bool isPlanned)
    {
        using var house = new House(services => services.AddSingleton(provider => provider.GetRequiredService<Rulebook>().Policy is var policy
            ? policy with { Delegates = [.. policy.Delegates, new DelegateRule("human-resources", ["leaver"], DelegateRelation.MemberOfGroup, new GroupId(HumanResources))] }
            : throw new InvalidOperationException()));
        house.Directory.Members.Add((House.OtherLead, HumanResources));
        house.Model.Answer = _ => new TriageAnswer("identity.leaver", 0.97);
        house.Tickets.Write("Employee leaves", $"{House.Requester}@contoso.example leaves the company today. Please close the account, take back the licences and remove all groups.", $"{requester}@contoso.example");

        await house.RunAsync();

        var record = (await house.Get<CaseStore>().FindAsync(house.Tickets.Ticket!.Reference.CaseId, default)).ShouldNotBeNull();
        (record.Steps.Count > 0).ShouldBe(isPlanned, record.Reason);
        house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
        if (isPlanned)
            return;
        record.State.ShouldBe(CaseState.Escalated);
        record.Reason.ShouldNotBeNull().ShouldContain("may not ask for that person");
        record.Reason.ShouldContain("manager");
        record.Reason.ShouldContain("human-resources");
    }
}
