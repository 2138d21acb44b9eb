using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Pages.Overview;

/// <summary>The overview: what is simulated, how much of it there is, what changed last, which faults are on.</summary>
internal static class OverviewPages
{
    /// <summary>Maps it and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/", static () => Page.Show<HomePage>());
        forms.MapPost("/faults", static async (HttpRequest request, Faults faults) =>
            await PageForm.ReadAsync(request) is { } form && FaultSwitch.Turn(faults, form.Text("system"), form.Text("fault"), form.Text("on") == "true") ? Back() : Unknown());
        forms.MapPost("/webhooks", static async (HttpRequest request, WebhookFaults faults, WebhookSender sender) =>
            await PageForm.ReadAsync(request) is { } form && WebhookSwitch.Turn(sender, faults.Switches, form.Text("fault"), form.Text("on") == "true") ? Back() : Unknown());
        forms.MapPost("/faults/off", static (Faults faults, WebhookSender sender) =>
        {
            faults.Clear();
            sender.Set(new WebhookSwitches());
            return Back();
        });
    }

    private static SeeOther Back() => new SeeOther("/#faults");

    private static IResult Unknown() => Page.Refused("This fault doesn't exist.", "/");
}
