using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Knowledge;

/// <summary>Knowledge: the sources and how they are, what their owners should look after, what is asked and has no article, and an article itself.</summary>
internal static class KnowledgePages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddKnowledgePages(this IServiceCollection services)
    {
        services.TryAddSingleton<KnowledgeSources>();
        services.TryAddSingleton<DraftOverview>();
        services.TryAddSingleton<GraphView>();
        return services.AddRoutes(
            WebRoute.Get<KnowledgeHandler>("/knowledge", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<DraftHandler>("/knowledge/drafts/{place}/{kind}", PageAccess.Operator, (handler, http) => handler.MakeAsync(http)),
            WebRoute.Get<GraphHandler>("/knowledge/graph/{kind}", PageAccess.Viewer, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Get<KnowledgeHandler>("/knowledge/article", PageAccess.SignedIn, (handler, http) => handler.ArticleAsync(http)));
    }
}
