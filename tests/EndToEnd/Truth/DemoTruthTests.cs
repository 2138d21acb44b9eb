using System.Net.Http.Json;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Local.Demo;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Truth;

/// <summary>The demo's tickets, decided and collected by people: every sentence that a requester reads is so in the simulated tenant, and no ticket is resolved whose outcome is not.</summary>
public sealed class DemoTruthTests
{
    private static readonly SimulatedPerson[] Approvers =
    [
        KnownPeople.SecurityApprover, KnownPeople.SecondSecurityApprover, KnownPeople.ServiceDeskLead, KnownPeople.ApplicationOwner, KnownPeople.SecondApplicationOwner, KnownPeople.ItManager, KnownPeople.SecondItManager,
    ];

    [Fact]
    public async Task Demo_EveryClaimToARequester_IsSoInTheTenantAndNothingIsResolvedThatIsNot()
    {
        var since = DateTimeOffset.UtcNow.AddSeconds(-5);
        await using var host = await HelpDeskHost.StartAsync();
        var cases = await SendAsync(host.Client);
        await DecideAndCollectAsync(host, cases);
        await WithinLimitsAsync(host, cases);
        using var truth = await SimulatedTruth.SignInAsync(host.Client);

        var (claims, resolved) = (0, 0);
        foreach (var caseId in cases)
        {
            var record = (await host.Client.UntilAsync(caseId, static _ => true))!;
            claims += await ClaimsShouldBeTrueAsync(host, truth, record, since);
            // A ticket that joined another is as true as that one.
            if (record.State != CaseState.Resolved || record.JoinedTo is not null)
                continue;
            resolved++;
            await OutcomeShouldBeTrueAsync(host, truth, record, since);
        }

        // Without these the test would prove nothing.
        resolved.ShouldBeGreaterThanOrEqualTo(8);
        claims.ShouldBeGreaterThanOrEqualTo(12);
    }

    private static async Task<List<string>> SendAsync(HelpDeskClient client)
    {
        var people = (await client.Simulator.GetFromJsonAsync<List<HelpDesk.Local.Composition.SimulatedListing>>("/simulator/people"))!
            .Where(person => person.JobTitle == "Specialist").ToLookup(person => person.Language, person => person.Upn, StringComparer.Ordinal);
        var cases = new List<string>();
        foreach (var ticket in DemoTickets.Read())
        {
            var all = people[ticket.Language].ToList();
            cases.Add(await client.FileAsync(ticket.System, all[(ticket.Person - 1) % all.Count], ticket.Title, ticket.Text));
        }

        return cases;
    }

    // Whoever may approves; the second service desk lead, who approved nothing, collects.
    private static async Task DecideAndCollectAsync(HelpDeskHost host, List<string> cases)
    {
        using var collector = await Visitor.SignInAsync(host.Client, KnownPeople.SecondServiceDeskLead);
        foreach (var caseId in cases)
        {
            var record = await host.Client.UntilAtRestAsync(caseId);
            foreach (var approver in Approvers.Where(_ => record.OpenApprovalId is not null))
            {
                if ((await host.Client.UntilAsync(caseId, static _ => true)).OpenApprovalId is { } approvalId)
                    await host.ApproveAsync(approvalId, approver);
            }
        }

        foreach (var caseId in cases)
        {
            var record = await host.Client.UntilAsync(caseId, record => record.State is not CaseState.Working);
            if (record.OpenHandOverId is { } handOver)
                await collector.ShowPassAsync(handOver, ("check", "VideoCall"), ("note", "Known from earlier calls"));
        }

        foreach (var caseId in cases)
            await host.Client.UntilAsync(caseId, record => record.State is CaseState.Resolved or CaseState.Escalated or CaseState.Ignored or CaseState.WaitingForApproval or CaseState.WaitingForHandOver or CaseState.CheckingOutcome or CaseState.WaitingForAnswer);
    }

    // The limits against floods are for floods: nobody's ticket of an ordinary morning is turned away by them, and no card is held back.
    private static async Task WithinLimitsAsync(HelpDeskHost host, List<string> cases)
    {
        var budgets = host.Services.GetRequiredService<PolicySet>().Budgets;
        var asked = new List<string>();
        foreach (var caseId in cases)
        {
            var record = await host.Client.UntilAsync(caseId, static _ => true);
            record.Reason?.ShouldNotContain("budgets.yaml", Case.Insensitive, $"{record.Ticket.Number} {record.Title}");
            await foreach (var entry in host.Services.GetRequiredService<IAuditLog>().ReadAsync(new CaseId(caseId), default))
            {
                entry.Event.Summary.ShouldNotContain("budgets.yaml");
                if (entry.Event.Kind == AuditKinds.ApprovalRequested)
                    asked.Add(record.RequesterId.ShouldNotBeNull());
            }
        }

        asked.Count.ShouldBeInRange(5, budgets.CardsPerHour);
        asked.CountBy(requester => requester).ShouldAllBe(one => one.Value <= budgets.ApprovalsPerRequesterPerHour);
        (await host.Client.Simulator.GetStringAsync(new Uri("/simulator/teams", UriKind.Relative))).ShouldNotContain("approvals are waiting");
    }

    private static async Task<int> ClaimsShouldBeTrueAsync(HelpDeskHost host, SimulatedTruth truth, CaseRecord record, DateTimeOffset since)
    {
        var sentences = Sentences(host);
        var lines = (await host.Client.OurCommentsAsync(record.CaseId)).SelectMany(comment => comment.Split('\n')).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToList();
        var meant = await PlansAsync(host, record.JoinedTo is { } other ? await host.Client.UntilAsync(other, static _ => true) : record);
        foreach (var line in lines)
        {
            sentences.ShouldContainKey(line, $"{record.Ticket.Number}: no step or condition says this");
            meant.ShouldNotBeEmpty();
            (await IsSoAsync(host, truth, sentences[line], meant, since)).ShouldBe(true, $"{record.Ticket.Number} ({record.RunbookId}): \"{line}\" is not so");
        }

        return lines.Count;
    }

    private static async Task OutcomeShouldBeTrueAsync(HelpDeskHost host, SimulatedTruth truth, CaseRecord record, DateTimeOffset since)
    {
        if (record.Path == CasePath.Nothing)
        {
            record.Steps.ShouldBeEmpty();
            return;
        }

        var plans = await PlansAsync(host, record);
        plans.ShouldNotBeEmpty($"{record.Ticket.Number} ({record.RunbookId})");
        foreach (var outcome in host.Services.GetRequiredService<RunbookLibrary>().Find(plans[0].RunbookId)!.Outcome.Where(outcome => outcome.Condition is not ("app.installed" or "requester.did-not-object" or "secret.collected")))
            (await IsSoAsync(host, truth, outcome.Condition, plans, since)).ShouldBe(true, $"{record.Ticket.Number} ({record.RunbookId}) is resolved, and '{outcome.Condition}' is not so");
    }

    // Those of containment first, then that of the rest.
    private static async Task<List<Plan>> PlansAsync(HelpDeskHost host, CaseRecord record)
    {
        var plans = new List<Plan>();
        foreach (var reference in record.Containment.Concat(record.Plan is { } rest ? [rest] : []))
            plans.Add(await host.Services.GetRequiredService<CaseContext>().GetAsync<Plan>(reference, default));
        return plans;
    }

    private static async Task<bool?> IsSoAsync(HelpDeskHost host, SimulatedTruth truth, string name, IReadOnlyList<Plan> plans, DateTimeOffset since)
    {
        var devices = plans.SelectMany(plan => plan.Steps).Where(step => step.TargetKind == TargetKind.Device).Select(step => step.TargetId.Value).Distinct().ToList();
        var effects = await host.Client.EffectsOnAsync(plans[0].SubjectId);
        foreach (var device in devices)
            effects.AddRange(await host.Client.EffectsOnAsync(device));
        return await truth.IsSoAsync(name, plans[0].SubjectId, devices, effects, since);
    }

    private static Dictionary<string, string> Sentences(HelpDeskHost host)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var about in host.Services.GetRequiredService<RemediationCatalogue>().Descriptors)
            Add(about.Requester, about.Id);
        foreach (var condition in OutcomeConditions.All)
            Add(condition.Requester, condition.Name);
        return all;

        void Add(LocalizedText? text, string name)
        {
            foreach (var sentence in text?.Texts.Values ?? [])
                all.TryAdd(sentence, name);
        }
    }
}
