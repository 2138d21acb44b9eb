namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>Hears that something arrives and is about to be accepted, so that a host may let that go before the work on what arrived earlier.</summary>
public interface IArrivals
{
    /// <summary>Something arrives. Never waits.</summary>
    void Arrived();
}

/// <summary>For hosts that need no such word.</summary>
internal sealed class UnheardArrivals : IArrivals
{
    public void Arrived()
    {
        // The platform scales by itself.
    }
}
