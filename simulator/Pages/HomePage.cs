using HelpDesk.Simulator.Effects;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Pages.Markup;
using HelpDesk.Simulator.Teams;
using HelpDesk.Simulator.Tickets.Jira;
using HelpDesk.Simulator.Tickets.ServiceNow;
using HelpDesk.Simulator.Tickets.Webhooks;

namespace HelpDesk.Simulator.Pages;

/// <summary>The overview: what is simulated, how much of it there is, what happened last, which faults are on.</summary>
internal static class HomePage
{
    private const int NewestEffects = 15;

    /// <summary>Maps it and its forms.</summary>
    public static void Map(IEndpointRouteBuilder routes, IEndpointRouteBuilder forms)
    {
        routes.MapGet("/", Show);
        forms.MapPost("/faults", static async (HttpRequest request, Faults faults) =>
            await PageForm.ReadAsync(request) is { } form && FaultPanel.Switch(faults, form.Text("system"), form.Text("fault"), form.Text("on") == "true")
                ? Back()
                : PageFrame.Refused("There is no such fault.", "/"));
        forms.MapPost("/webhooks", static async (HttpRequest request, WebhookFaults faults, WebhookSender sender) =>
            await PageForm.ReadAsync(request) is { } form && FaultPanel.Switch(sender, faults.Switches, form.Text("fault"), form.Text("on") == "true")
                ? Back()
                : PageFrame.Refused("There is no such fault.", "/"));
        forms.MapPost("/faults/off", static (Faults faults, WebhookSender sender) =>
        {
            faults.Clear();
            sender.Set(new WebhookSwitches());
            return Back();
        });
    }

    private static SeeOther Back() => new("/#faults");

    private static IResult Show(DirectoryView directory, EffectLog effects, Faults faults, WebhookFaults webhooks, ServiceNowDesk serviceNow, JiraDesk jira, TeamsChannel teams)
    {
        var all = effects.All;
        return PageFrame.Page("Simulated tenant", "/", Html.Of($"""
            <p class="lead">Stand-ins for Entra ID, Intune and the rest of Microsoft Graph, ServiceNow, Jira Service Management, Teams and Azure OpenAI. They speak the real contracts over HTTP; everything they hold is made up.</p>
            <dl class="figures">
            {Figure("/users", "People", directory.Users.Count())}{Figure("/devices", "Devices", directory.Devices.Count())}{Figure("/groups", "Groups", directory.Groups.Count())}
            {Figure("/tickets", "Tickets", serviceNow.All.Count() + jira.All.Count())}{Figure("/teams", "Teams messages", teams.Messages.Count)}{Figure("/mail", "Mail sent", directory.Mail.Count())}
            </dl>
            {Blocks.Panel("effects", "Newest effects", EffectTable.Of(all.Reverse().Take(NewestEffects), "Newest effects", directory), Html.Of($"<p class=\"muted\">{all.Count} in all, <a href=\"/simulator/effects\">as JSON</a></p>"))}
            {Blocks.Panel("faults", "Faults", FaultPanel.Of(faults, webhooks.Switches), Html.Of($"<p class=\"muted\"><a href=\"/simulator/faults\">as JSON</a></p>"))}
            """));
    }

    private static Html Figure(string path, string name, int count) => Html.Of($"<div><dt><a href=\"{path}\">{name}</a></dt><dd>{count}</dd></div>");
}
