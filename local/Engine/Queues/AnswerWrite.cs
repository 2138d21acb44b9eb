using HelpDesk.Local.Engine.Store;

namespace HelpDesk.Local.Engine.Queues;

/// <summary>Stores an activity's answer for an instance that is suspended, so that its effect is not repeated later.</summary>
internal sealed class AnswerWrite(TurnScheduler scheduler, string instanceId, Message answer) : Write
{
    private long? _seq;

    public static long? Keep(WriteSession session, string instanceId, long? row, Message answer)
    {
        var seq = session.Post(instanceId, answer.Kind, answer.Step, answer.Name, answer.Payload, null);
        if (seq is not null && (row ?? session.RowOf(instanceId)) is { } known)
            session.DeleteActivity(known, answer.Step);
        return seq;
    }

    public override void Apply(WriteSession session) => _seq = Keep(session, instanceId, null, answer);

    public override void Committed()
    {
        // It may have been resumed meanwhile; if not, the row waits for that.
        if (_seq is { } seq)
            scheduler.Deliver(instanceId, answer with { InboxSeq = seq });
    }
}
