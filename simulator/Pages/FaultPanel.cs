using System.Globalization;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Pages.Markup;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Pages;

/// <summary>The faults on the overview: what is on, and buttons that switch the common ones.</summary>
internal static class FaultPanel
{
    private static readonly (string Id, string Name, Func<WebhookSwitches, bool> IsOn, Func<WebhookSwitches, bool, WebhookSwitches> With)[] Webhooks =
    [
        ("duplicate", "Sent twice", static switches => switches.Duplicate, static (switches, on) => switches with { Duplicate = on }),
        ("lose", "Lost", static switches => switches.Lose, static (switches, on) => switches with { Lose = on }),
        ("reorder", "Out of order", static switches => switches.Reorder, static (switches, on) => switches with { Reorder = on }),
    ];

    /// <summary>The panel.</summary>
    public static Html Of(Faults faults, WebhookSwitches webhooks)
    {
        var others = faults.All.Where(fault => !FaultSwitch.All.Any(known => known.Systems.Any(system => known.FaultId(system) == fault.Id))).ToList();
        return Html.Of($"""
            <p class="muted">A pressed button is a fault that is on. Faults stay on over a restart.</p>
            {Faults.Systems.Select(system => Row(SystemNames.Of(system), FaultSwitch.All.Where(known => known.Systems.Contains(system, StringComparer.Ordinal))
                .Select(known => Button("/faults", system, known.Id, known.Name, faults.Find(known.FaultId(system)) is not null))))}
            {Row("Webhooks", Webhooks.Select(known => Button("/webhooks", "webhooks", known.Id, known.Name, known.IsOn(webhooks))))}
            {Html.When(others.Count > 0, $"<h3>Set over the API</h3><ul>{others.Select(fault => Html.Of($"<li><code>{fault.Id}</code>: {SystemNames.Of(fault.System)}, {fault.Kind.ToString()}, paths <code>{fault.Path}</code>{Left(fault)}</li>"))}</ul>")}
            <form method="post" action="/faults/off"><button class="quiet">Switch everything off</button></form>
            """);
    }

    /// <summary>Switches a fault of a system.</summary>
    /// <returns>False when there is no such switch.</returns>
    public static bool Switch(Faults faults, string system, string id, bool isOn)
    {
        if (FaultSwitch.All.FirstOrDefault(known => known.Id == id && known.Systems.Contains(system, StringComparer.Ordinal)) is not { } found)
            return false;
        if (isOn)
            faults.Set(found.Make(system));
        else
            faults.Remove(found.FaultId(system));
        return true;
    }

    /// <summary>Switches a fault of the webhooks.</summary>
    /// <returns>False when there is no such switch.</returns>
    public static bool Switch(WebhookSender sender, WebhookSwitches before, string id, bool isOn)
    {
        var found = Array.Find(Webhooks, known => known.Id == id);
        if (found.With is null)
            return false;
        sender.Set(found.With(before, isOn));
        return true;
    }

    private static string Left(Fault fault) => fault.Count is { } left ? string.Create(CultureInfo.InvariantCulture, $", {left} times more") : "";

    private static Html Row(string name, IEnumerable<Html> buttons) => Html.Of($"<div class=\"switches\" role=\"group\" aria-label=\"Faults of {name}\"><h3>{name}</h3><div class=\"chips\">{buttons}</div></div>");

    private static Html Button(string action, string system, string id, string name, bool isOn) => Html.Of($"""
        <form method="post" action="{action}"><input type="hidden" name="system" value="{system}"><input type="hidden" name="fault" value="{id}"><input type="hidden" name="on" value="{(isOn ? "false" : "true")}"><button class="chip" aria-pressed="{(isOn ? "true" : "false")}">{name}</button></form>
        """);
}
