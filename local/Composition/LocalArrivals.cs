using HelpDesk.Local.Engine.Queues;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Local.Composition;

/// <summary>On one machine accepting goes before working on what was accepted.</summary>
internal sealed class LocalArrivals(IntakeFirst intakeFirst) : IArrivals
{
    /// <inheritdoc />
    public void Arrived() => intakeFirst.Arrived();
}
