using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>Bulk runs in every phase, with what attackers would write into a list.</summary>
public static class BulkScene
{
    public const string Reading = "bulk-20261124-aaaaa1";
    public const string Review = "bulk-20261124-aaaaa2";
    public const string Running = "bulk-20261124-aaaaa3";
    public const string Paused = "bulk-20261124-aaaaa4";
    public const string Ended = "bulk-20261124-aaaaa5";
    public const string HostileLine = "</td><script>alert(4)</script>\u202emoc.live@x";

    private const int Targets = 500;

    public static async Task SeedAsync(PagesHost host)
    {
        await AddAsync(host, Reading, 1, run => run with { LinesRead = 175 });
        await AddAsync(host, Review, 2, run => run with { Phase = BulkPhase.Review }, frozen: true);
        await AddAsync(host, Running, 3, run => run with { Phase = BulkPhase.Running, Wave = 2 }, frozen: true);
        await AddAsync(host, Paused, 4, run => run with { Phase = BulkPhase.Paused, Wave = 2, PausedUntil = host.Time.GetUtcNow().AddMinutes(30) }, frozen: true);
        var tally = new BulkTally(Done: 40, AlreadySo: 6, Failed: 3, Undone: 5, Skipped: 2);
        await AddAsync(
            host, Ended, 5,
            run => run with
            {
                Phase = BulkPhase.Ended,
                Wave = 1,
                EndedAt = host.Time.GetUtcNow(),
                End = new BulkEnd(BulkEndKind.TooManyFailures, "8 of 54 targets of the run failed; it stops at 10 %.", tally),
            },
            frozen: true);
        await RowsAsync(host, Running, 210);
        await RowsAsync(host, Paused, 120);
        await RowsAsync(host, Ended, 56);
        await BulkUndoScene.SeedAsync(host);
    }

    internal static async Task AddAsync(PagesHost host, string caseId, int minutes, Func<BulkRun, BulkRun> change, bool frozen = false, Func<int, BulkTarget>? target = null)
    {
        var contexts = host.Get<CaseContext>();
        var lines = await contexts.PutAsync(new CaseId(caseId), "bulk-lines", new BulkLines(["person1@example.com"]), default);
        var run = new BulkRun
        {
            CaseId = new CaseId(caseId), Number = caseId.ToUpperInvariant(), RunbookId = "bulk-sign-in-repair",
            Started = new BulkAct(FakeDirectory.Otto.Id, FakeDirectory.Otto.DisplayName, host.Time.GetUtcNow().AddMinutes(-minutes), "Outage of the sign-in this morning, INC0010023"),
            Lines = lines, LineCount = Targets + 3,
        };
        if (frozen)
            run = await FrozenAsync(contexts, run, target ?? Target);
        await host.Get<BulkRuns>().AddAsync(change(run), default);
    }

    private static async Task<BulkRun> FrozenAsync(CaseContext contexts, BulkRun run, Func<int, BulkTarget> target)
    {
        var parts = new List<BulkListPartReference>();
        foreach (var chunk in Enumerable.Range(0, Targets).Select(target).Chunk(BulkListPart.Size))
        {
            var kept = await contexts.PutAsync(run.CaseId, BulkList.PartKind, new BulkListPart(chunk), default);
            parts.Add(new BulkListPartReference(chunk[0].SubjectId, chunk[^1].SubjectId, chunk.Length, kept.Version));
        }

        var list = new BulkList(run.CaseId, run.RunbookId, new string('c', 64), Targets, new BulkLimits([5, 50], 8, 600, 0.2, 0.1, 10), parts);
        var refused = new BulkPart(
        [
            BulkLine.Refused(HostileLine, BulkRefusal.NotReadable, "It is neither a mail address nor an object id."),
            BulkLine.Refused("ceo@example.com", BulkRefusal.Vip, "A protected person is helped one by one."),
            BulkLine.Refused("person7@example.com", BulkRefusal.Duplicate, $"{FakeDirectory.HostileName} is on the list already."),
        ]);
        return run with
        {
            List = await contexts.PutAsync(run.CaseId, BulkList.Kind, list, default),
            Refused = [await contexts.PutAsync(run.CaseId, "bulk-refused", refused, default)],
            RefusedCount = 3,
            Targets = Targets,
            Waves = list.Limits.WavesOf(Targets),
        };
    }

    internal static BulkTarget Target(int number)
    {
        var id = $"dddddddd-0000-4000-8000-{number:D12}";
        var name = number == 3 ? FakeDirectory.HostileName : $"Wilhelmina van der Achternaam-{number}";
        var steps = new List<BulkTargetStep> { new("user.revoke-sessions", new TargetId(id), name, "The person is signed in.", null) };
        if (number % 4 == 1)
            steps.Insert(0, new("user.enable-sign-in", new TargetId(id), name, "Sign-in is blocked.", "Sign-in is blocked again."));
        return new BulkTarget(new PersonId(id), $"{name} (wilhelmina.van.der.achternaam{number}@example.com)", new PlanHash(new string('e', 64)), steps);
    }

    internal static async Task RowsAsync(PagesHost host, string caseId, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var state = number switch
            {
                _ when number >= count - 4 && caseId == Running => BulkTargetState.Running,
                _ when number % 9 == 8 => BulkTargetState.AlreadySo,
                _ when number % 23 == 20 => BulkTargetState.Undone,
                _ when number % 31 == 30 => BulkTargetState.Failed,
                _ when number % 29 == 28 => BulkTargetState.Skipped,
                _ => BulkTargetState.Done,
            };
            var note = state is BulkTargetState.Failed or BulkTargetState.Undone ? "The effect did not show in time: Sign-in is blocked." : state == BulkTargetState.Skipped ? "The account holds a directory role, or it is not known whether it does." : null;
            var row = new BulkTargetRow(number, Target(number).Name, state, note, $"{caseId}:1:{number}", host.Time.GetUtcNow());
            await host.Get<BulkTargets>().UpdateAsync(new CaseId(caseId), number, _ => row, default);
        }
    }
}
