using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Pages.Overview;

/// <summary>A fault of the webhooks that the overview switches with one button.</summary>
/// <param name="Id">Id of the switch.</param>
/// <param name="Name">As shown.</param>
/// <param name="IsOn">Whether it is on.</param>
/// <param name="With">The switches with it on or off.</param>
internal sealed record WebhookSwitch(string Id, string Name, Func<WebhookSwitches, bool> IsOn, Func<WebhookSwitches, bool, WebhookSwitches> With)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WebhookSwitch> All { get; } =
    [
        new("duplicate", "Sent twice", static switches => switches.Duplicate, static (switches, on) => switches with { Duplicate = on }),
        new("lose", "Lost", static switches => switches.Lose, static (switches, on) => switches with { Lose = on }),
        new("reorder", "Out of order", static switches => switches.Reorder, static (switches, on) => switches with { Reorder = on }),
    ];

    /// <summary>Switches one.</summary>
    /// <returns>False when there is no such switch.</returns>
    public static bool Turn(WebhookSender sender, WebhookSwitches before, string id, bool isOn)
    {
        if (All.FirstOrDefault(known => known.Id == id) is not { } found)
            return false;
        sender.Set(found.With(before, isOn));
        return true;
    }
}
