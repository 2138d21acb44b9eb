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
        HomePage.Map(routes, forms);
        UsersPages.Map(routes);
        DevicesPages.Map(routes);
        SecondAdministratorPage.Map(routes, forms);
        GroupsPage.Map(routes);
        TicketsPages.Map(routes);
        TicketForms.Map(routes, forms);
        TeamsPage.Map(routes);
        MailPage.Map(routes);
        routes.MapGet($"/{Stylesheet}", static () => Results.Stream(
            typeof(PagesRegistration).Assembly.GetManifestResourceStream(Stylesheet) ?? throw new InvalidOperationException("The stylesheet is not in the assembly."), "text/css; charset=utf-8"));
    }
}
