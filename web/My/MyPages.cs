using HelpDesk.Web.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.My;

/// <summary>A requester's own pages: their tickets, and everything they can see and say about one.</summary>
internal static class MyPages
{
    /// <summary>Adds the routes with their handlers.</summary>
    public static IServiceCollection AddMyPages(this IServiceCollection services)
    {
        services.TryAddSingleton<MyAccess>();
        services.TryAddSingleton<MyView>();
        services.TryAddSingleton<MyAct>();
        services.TryAddSingleton<MyActHandler>();
        services.TryAddSingleton<MyFeedbackHandler>();
        services.TryAddSingleton<MyQuestions>();
        return services.AddRoutes(
            WebRoute.Get<MyHandler>("/my", PageAccess.SignedIn, (handler, http) => handler.ListAsync(http)),
            WebRoute.Get<MyChatsHandler>("/my/chats", PageAccess.SignedIn, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<MyChatsHandler>("/my/chats", PageAccess.SignedIn, (handler, http) => handler.ConfirmAsync(http)),
            WebRoute.Get<MyHandler>("/my/{id}", PageAccess.Everybody, (handler, http) => handler.ShowAsync(http)),
            WebRoute.Post<MyForms>("/my/{id}", PageAccess.Everybody, (forms, http) => forms.TakeAsync(http)),
            // Links of messages and of webhook answers from before this page was theirs.
            WebRoute.Get<MyHandler>("/track/{id}", PageAccess.Everybody, (_, http) => MyHandler.MovedAsync(http)));
    }
}
