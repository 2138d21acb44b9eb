using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Tickets;

/// <summary>The switches of both ticket systems as they stand, over restarts too.</summary>
internal sealed class TicketBehaviour(SimulatorStore store)
{
    private const string Kind = "ticket-switches";

    /// <summary>Those of a system.</summary>
    public TicketSwitches Of(string system) => store.Get<TicketSwitches>(Kind, system) ?? new TicketSwitches();

    /// <summary>Sets all of a system.</summary>
    public void Set(string system, TicketSwitches switches) => store.Put(Kind, system, switches);
}
