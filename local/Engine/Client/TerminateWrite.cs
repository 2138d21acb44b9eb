using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Local.Engine.Store;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Client;

/// <summary>Ends an instance and, below it, every child that still runs; tells the parent.</summary>
internal sealed class TerminateWrite(EngineRuntime engine, string instanceId, string reason) : Write<bool>
{
    private const string Tree = """
        WITH RECURSIVE tree(id) AS (
          SELECT ?1 UNION SELECT i.id FROM instances i JOIN tree t ON i.parent=t.id)
        SELECT i.row, i.id, i.parent, i.parent_step, i.workflow FROM tree t JOIN instances i ON i.id=t.id WHERE i.state IN (0,1,5)
        """;

    private readonly List<string> _ended = [];
    private readonly List<(string Id, int Step)> _dropped = [];
    private (string Id, Message Message)? _answer;

    public override void Apply(WriteSession session)
    {
        var (targets, parent) = Targets(session);
        // Children may outlive their parent: one that already ended itself takes nobody with it.
        if (!targets.Exists(t => t.Id == instanceId))
            return;
        foreach (var (row, id) in targets)
        {
            Outstanding(session, row, id);
            session.Terminate(row, engine.Time.GetUtcNow(), id == instanceId ? reason : $"with its parent: {reason}");
            _ended.Add(id);
        }

        if (parent is { } p)
            AnswerParent(session, p.Id, p.Step, p.Workflow);
        Result = true;
    }

    public override void Committed()
    {
        foreach (var (id, step) in _dropped)
            engine.Drop(id, step);
        foreach (var id in _ended)
            engine.Scheduler.Forget(id);
        if (_answer is var (parent, message))
            engine.Scheduler.Deliver(parent, message);
        base.Committed();
    }

    private (List<(long Row, string Id)> Targets, (string Id, int Step, string Workflow)? Parent) Targets(WriteSession session)
    {
        using var tree = session.Rare(Tree);
        tree.Bind(1, instanceId);
        var targets = new List<(long, string)>();
        (string, int, string)? parent = null;
        while (tree.Step())
        {
            targets.Add((tree.Number(0), tree.Text(1)));
            if (tree.Text(1) == instanceId && !tree.IsNull(2))
                parent = (tree.Text(2), tree.SmallNumber(3), tree.Text(4));
        }

        return (targets, parent);
    }

    private void Outstanding(WriteSession session, long row, string id)
    {
        using var steps = session.Rare("SELECT step FROM activities WHERE instance=?1 UNION ALL SELECT step FROM timers WHERE instance=?1");
        steps.Bind(1, row);
        while (steps.Step())
            _dropped.Add((id, steps.SmallNumber(0)));
    }

    private void AnswerParent(WriteSession session, string parent, int step, string workflow)
    {
        var payload = StepFailure.Terminated(workflow, reason).ToJson();
        if (session.Post(parent, HistoryKind.ChildFailed, step, workflow, payload, null) is { } seq)
            _answer = (parent, new Message(HistoryKind.ChildFailed, step, workflow, payload, InboxSeq: seq));
    }
}
