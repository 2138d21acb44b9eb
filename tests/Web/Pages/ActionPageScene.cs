using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The case of <see cref="AssistPanelTests"/> as its audit chain holds it signed: a computer that does not synchronise, of a person with one laptop.</summary>
public static class ActionPageScene
{
    public const string Case = AssistPanelTests.Case;
    public const string Done = Case + "-action-000000000000-1";
    public const string Refused = Case + "-action-000000000001-1";

    public static async Task<PagesHost> SeededAsync(Person? requester = null)
    {
        var host = await AssistPanelTests.SeededAsync();
        var (caseId, contexts) = (new CaseId(Case), host.Get<CaseContext>());
        host.Directory.ListsLaptop = true;
        var person = requester ?? FakeDirectory.Rita;
        host.Directory.LaptopOwner = person.Id;
        var record = await host.Get<CaseStore>().UpdateAsync(caseId, before => before with { Intent = "device.sync", RunbookId = "device-sync", RequesterId = person.Id, RequesterName = person.DisplayName }, default);
        var ticket = record.Snapshot!.Version;
        var people = await contexts.PutAsync(caseId, "requester", new RequesterSnapshot { Person = person }, default);
        var facts = new TriageFacts("device.sync", 0.97, IsModel: true, IsAbstention: false);
        var said = await contexts.PutAsync(caseId, "signed-result", new TriageTicket.Result(facts, "test-model", "1", null, null, "en", []), default);
        await SignAsync(host, AuditKinds.Received, (SignedPlan.SnapshotFact, ticket));
        await SignAsync(host, AuditKinds.Enriched, (SignedPlan.TicketFact, ticket), (SignedPlan.PeopleFact, people.Version));
        await SignAsync(
            host, AuditKinds.Triaged, (SignedTriage.Fact, SignedTriage.Write(facts)), (SignedTriage.DigestFact, SignedTriage.DigestOf(facts)), (SignedPlan.TicketFact, ticket), (SignedResults.ResultFact, said.Version));
        return host;
    }

    /// <summary>One step that was done and one that policy refused, and what the ticket belongs together with.</summary>
    public static async Task PressedAsync(PagesHost host)
    {
        var (caseStore, now) = (host.Get<CaseStore>(), host.Time.GetUtcNow());
        var origin = (await caseStore.FindAsync(new CaseId(Case), default))!;
        foreach (var (id, step) in new[] { (Done, "disable"), (Refused, "sync") })
            await caseStore.OpenActionAsync(new ActionRequest(new CaseId(id), origin.CaseId, step, null, FakeDirectory.Otto.Id, FakeDirectory.Otto.DisplayName, now.AddMinutes(-4)), origin, default);
        var plan = new Plan
        {
            CaseId = new CaseId(Done), RunbookId = "account-compromised", RunbookHash = new string('c', 64), Intent = "identity.compromised", RequesterId = FakeDirectory.Rita.Id, SubjectId = FakeDirectory.Rita.Id,
            OperatorId = FakeDirectory.Otto.Id,
            Steps =
            [
                new PlanStep("disable", "user.disable-sign-in", TargetKind.User, new TargetId(FakeDirectory.Rita.Id), FakeDirectory.Rita.DisplayName, new SortedDictionary<string, string>(StringComparer.Ordinal), "{}", "Sign-in is allowed.", "Sign-in is allowed again."),
            ],
        };
        var reference = await host.Get<CaseContext>().PutAsync(new CaseId(Done), "plan", plan, default);
        await host.Get<DoneSteps>().KeepAsync(new StepDone(new StepInput(PlanReference.To(plan, reference), 0, null), now.AddMinutes(-3), "{}", "Sign-in is blocked."), default);
        await caseStore.UpdateAsync(
            new CaseId(Done),
            before => before with { State = CaseState.Resolved, Verified = true, ClosedAt = now, Plan = reference, Steps = [new CaseStep("disable", "user.disable-sign-in", "Rita Requester", CaseStepState.Verified, "Sign-in is blocked.")] }, default);
        await caseStore.UpdateAsync(
            new CaseId(Refused),
            before => before with { State = CaseState.Ignored, ClosedAt = now, Reason = "Change freeze 'year-end': nothing changes before January.", Steps = [new CaseStep("sync", "device.sync", "LON-LT-0421", CaseStepState.Planned)] }, default);
        await caseStore.UpdateAsync(new CaseId(Case), before => before with { Actions = [Done, Refused] }, default);
        var graph = host.Get<KnowledgeGraph>();
        var ticket = new GraphNode(GraphNodeKind.Ticket, Case, "INC0010023");
        await graph.LinkAsync(ticket, GraphRelation.About, new GraphNode(GraphNodeKind.Device, FakeDirectory.Laptop, "LON-LT-0421"), default);
        await graph.LinkAsync(ticket, GraphRelation.SameAs, new GraphNode(GraphNodeKind.Ticket, Scene.ApprovalCase, "INC0010055"), default);
        await graph.LinkAsync(ticket, GraphRelation.NotSolvedBy, new GraphNode(GraphNodeKind.Runbook, "device-sync", "Device does not get its settings"), default);
    }

    private static async Task SignAsync(PagesHost host, string kind, params (string Fact, string Value)[] facts) => await host.Get<IAuditLog>().AppendAsync(
        await host.Get<AuditSeals>().SealAsync(new AuditEvent(new CaseId(Case), $"{kind}/1", kind, "helpdesk", "Signed.", facts.ToDictionary(one => one.Fact, one => one.Value, StringComparer.Ordinal)), default), default);
}
