using HelpDesk.Simulator.Pages.Chats;
using HelpDesk.Simulator.Pages.Directory;
using HelpDesk.Simulator.Pages.Knowledge;
using HelpDesk.Simulator.Pages.Layout;
using HelpDesk.Simulator.Pages.Messages;
using HelpDesk.Simulator.Pages.Overview;
using HelpDesk.Simulator.Pages.RemoteTools;
using HelpDesk.Simulator.Pages.Ticketing;

namespace HelpDesk.Simulator.Pages;

/// <summary>The simulator's own pages.</summary>
internal static class PagesRegistration
{
    private const string Stylesheet = "simulator.css";

    /// <summary>Adds what they read.</summary>
    public static IServiceCollection AddSimulatorPages(this IServiceCollection services) => services.AddSingleton<DirectoryView>();

    /// <summary>Maps them, their forms and their stylesheet.</summary>
    public static void MapSimulatorPages(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").AddEndpointFilter<SameOriginFilter>();
        OverviewPages.Map(routes, forms);
        UsersPages.Map(routes);
        DevicesPages.Map(routes);
        DeviceApprovalPages.Map(routes, forms);
        routes.MapGet("/groups", static () => Page.Show<GroupsPage>());
        TicketsPages.Map(routes);
        TicketForms.Map(routes, forms);
        ChatForms.Map(routes, forms);
        routes.MapGet("/teams", static () => Page.Show<TeamsPage>());
        ChatPages.Map(routes, forms);
        KnowledgePages.Map(routes, forms);
        RemoteToolPages.Map(routes, forms);
        routes.MapGet("/mail", static () => Page.Show<MailPage>());
        routes.MapGet($"/{Stylesheet}", static () => Results.Stream(
            typeof(PagesRegistration).Assembly.GetManifestResourceStream(Stylesheet) ?? throw new InvalidOperationException("The stylesheet is not in the assembly."), "text/css; charset=utf-8"));
    }
}
