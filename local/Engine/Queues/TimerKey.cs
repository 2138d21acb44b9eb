namespace HelpDesk.Local.Engine.Queues;

/// <summary>A moment at which a step of an instance must be woken.</summary>
internal readonly record struct TimerKey(DateTimeOffset Due, string InstanceId, int Step) : IComparable<TimerKey>
{
    public int CompareTo(TimerKey other)
    {
        var byDue = Due.CompareTo(other.Due);
        if (byDue != 0)
            return byDue;
        var byId = string.CompareOrdinal(InstanceId, other.InstanceId);
        return byId != 0 ? byId : Step.CompareTo(other.Step);
    }
}
