using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Queues;
using HelpDesk.Local.Engine.Replay;
using HelpDesk.Local.Engine.Runtime;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Turns;

/// <summary>Runs turns: brings the workflow up to date, lets it hear its messages, and hands what changed to the writer.</summary>
internal sealed class TurnRunner(EngineRuntime engine)
{
    public async Task WorkAsync()
    {
        while (true)
        {
            await engine.Scheduler.WaitAsync();
            engine.Stopping.ThrowIfCancellationRequested();
            Turn(engine.Scheduler.Next());
        }
    }

    private void Turn(LiveInstance instance)
    {
        var mail = engine.Scheduler.TakeMail(instance);
        try
        {
            if (!BringUpToDate(instance))
            {
                engine.Scheduler.Forget(instance.Id);
                mail.ForEach(static m => m.Release());
                return;
            }

            using var span = EngineTelemetry.Begin($"turn {instance.Stored!.Start.Workflow}", instance.Stored.Trace, instance.Id);
            engine.Writer.Enqueue(Compute(instance, mail));
        }
        catch (ReplayException error)
        {
            engine.Writer.Enqueue(new SuspendWrite(engine, instance.Id, instance.Stored!.Row, error.Message, mail));
        }
        catch (EngineStoppedException error)
        {
            engine.Fail(error);
        }
    }

    private TurnWrite Compute(LiveInstance instance, List<Message> mail)
    {
        var run = instance.Run!;
        var now = engine.Time.GetUtcNow().ToUniversalTime();
        // A clock that was set back must not let a workflow's time run backwards.
        if (now < instance.LastAt)
            now = instance.LastAt;
        foreach (var message in mail)
            instance.IsPlanned = PlannedWork.After(instance.IsPlanned, message.Kind, now - instance.LastAt);
        instance.LastAt = now;
        if (mail.Contains(Message.ForeignAwait))
            throw run.ForeignAwait();
        var inbound = mail.ConvertAll(m => new HistoryEntry(m.Kind, m.Step, m.Name, m.Payload, now, m.Moment));
        var delta = new TurnDelta();
        var taken = run.Turn(inbound, delta);
        return new TurnWrite(engine, instance, delta, now, mail[..taken], mail[taken..]);
    }

    /// <summary>False when the instance has ended or does not exist.</summary>
    private bool BringUpToDate(LiveInstance instance)
    {
        if (instance.Run is not null)
            return true;
        List<HistoryEntry> history = [];
        if (instance.Stored is null)
        {
            if (engine.Readers.Read(r => r.Load(instance.Id)) is not { } loaded)
                return false;
            var start = loaded.Instance.Start;
            instance.Stored = loaded.Instance with { Lane = engine.Catalog.LaneOf(start.Workflow, start.Id, start.Input, loaded.Instance.Lane) };
            instance.Version = loaded.Instance.Version;
            history = loaded.History;
            if (loaded.Instance.State is not (WorkflowState.Pending or WorkflowState.Running))
                return false;
        }

        var head = instance.Stored.Start;
        var reference = engine.Catalog.Workflow(head.Workflow)
            ?? throw new ReplayException(0, $"workflow {head.Workflow} is not registered in this program.");
        var run = new WorkflowRun(reference, head, () => engine.Scheduler.Deliver(instance.Id, Message.ForeignAwait));
        run.Replay(history);
        instance.NextSeq = history.Count;
        instance.LastAt = history.Count > 0 ? history[^1].At : DateTimeOffset.MinValue;
        instance.IsPlanned = PlannedWork.Of(history);
        instance.Run = run;
        return true;
    }
}
