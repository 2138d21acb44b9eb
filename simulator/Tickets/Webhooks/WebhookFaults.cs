using HelpDesk.Simulator.Store;

namespace HelpDesk.Simulator.Tickets.Webhooks;

/// <summary>The switches of the webhooks as they stand, over restarts too.</summary>
internal sealed class WebhookFaults(SimulatorStore store)
{
    private const string Kind = "webhooks";
    private const string Id = "switches";

    /// <summary>As they stand.</summary>
    public WebhookSwitches Switches => store.Get<WebhookSwitches>(Kind, Id) ?? new WebhookSwitches();

    /// <summary>Sets all of them.</summary>
    public void Set(WebhookSwitches switches) => store.Put(Kind, Id, switches);
}
