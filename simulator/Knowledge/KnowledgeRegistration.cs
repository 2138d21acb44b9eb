using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>Adds and maps the simulated knowledge systems. ServiceNow's articles are tables of its own interface.</summary>
public static class KnowledgeRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSimulatedKnowledge(this IServiceCollection services) => services
        .AddSingleton<ConfluenceStore>().AddSingleton<SimulatedConfluence>().AddSingleton<WikiStore>().AddSingleton<SimulatedMediaWiki>().AddSingleton<ServiceNowKnowledgeStore>().AddSingleton<SeedArticles>();

    /// <summary>Maps their interfaces and <c>/simulator/knowledge</c>: what people do there, and what goes wrong. Adds the articles of the start.</summary>
    public static void MapSimulatedKnowledge(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<SeedArticles>().Fill();
        routes.Map($"{SimulatedConfluence.Root}/{{**rest}}", static (string rest, HttpRequest request, SimulatedConfluence confluence) => confluence.CallAsync(rest, request)).DisableAntiforgery();
        routes.Map(SimulatedMediaWiki.Api, static (HttpRequest request, SimulatedMediaWiki wiki) => wiki.CallAsync(request)).DisableAntiforgery();
        var control = routes.MapGroup("/simulator/knowledge");
        control.MapGet("/confluence", static (ConfluenceStore store) => Results.Json(store.Pages));
        control.MapPut("/confluence/pages/{id}", static (string id, ConfluenceChange change, ConfluenceStore store) => Results.Json(store.Change(id, change)));
        control.MapDelete("/confluence/pages/{id}", static (string id, ConfluenceStore store) => store.Remove(id) ? Results.NoContent() : Results.NotFound());
        control.MapPut("/confluence/spaces/{key}", static (string key, ConfluenceSpace change, ConfluenceStore store) =>
        {
            if (store.Space(key) is not { } space)
                return Results.NotFound();
            store.Put(space with { IsDeleted = change.IsDeleted, Readers = change.Readers });
            return Results.NoContent();
        });
        control.MapPut("/confluence/switches", static (ConfluenceSwitches switches, ConfluenceStore store) => Results.Json(store.Switches = switches));
        control.MapGet("/mediawiki", static (WikiStore store) => Results.Json(store.Pages));
        control.MapPut("/mediawiki/pages/{**title}", static (string title, WikiPageChange change, WikiStore store) => store.Change(title, change) is { } page ? Results.Json(page) : Results.NotFound());
        control.MapPut("/mediawiki/switches", static (WikiSwitches switches, WikiStore store) => Results.Json(store.Switches = switches));
        control.MapPost("/mediawiki/sign-out", static (SimulatedMediaWiki wiki) => wiki.SignOutAll());
        control.MapPost("/mediawiki/drop-tokens", static (SimulatedMediaWiki wiki) => wiki.DropTokens());
        control.MapGet("/servicenow", static (ServiceNowKnowledgeStore store) => Results.Json(store.Articles.Select(static row => row.Values)));
        control.MapPut("/servicenow/{table}/{sysId}", static (string table, string sysId, Dictionary<string, string> values, ServiceNowKnowledgeStore store) =>
            ServiceNowKnowledgeTables.Has(table) ? Results.Json(store.Put(table, sysId, values).Values) : Results.NotFound());
        control.MapDelete("/servicenow/{table}/{sysId}", static (string table, string sysId, ServiceNowKnowledgeStore store) => ServiceNowKnowledgeTables.Has(table) && store.Remove(table, sysId) ? Results.NoContent() : Results.NotFound());
    }
}
