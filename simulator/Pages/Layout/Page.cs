using Microsoft.AspNetCore.Components;

namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>Makes answers of pages.</summary>
internal static class Page
{
    /// <summary>A page without parameters.</summary>
    public static IResult Show<TPage>()
        where TPage : IComponent => Show<TPage>([]);

    /// <summary>A page with its parameters.</summary>
    /// <param name="parameters">The page's parameters by name.</param>
    /// <param name="status">HTTP status. Default 200.</param>
    public static IResult Show<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult<TPage>(parameters, status);

    /// <summary>404: a page that says that the object does not exist.</summary>
    /// <param name="what">What was asked for, such as person.</param>
    /// <param name="place">Path of the list that it would be in.</param>
    public static IResult Missing(string what, string place) =>
        Message("Not found", $"This {what} doesn't exist.", place, "Back to the list", StatusCodes.Status404NotFound);

    /// <summary>A page that says why a form was refused.</summary>
    /// <param name="why">The reason, one sentence.</param>
    /// <param name="place">Path to go back to.</param>
    /// <param name="status">HTTP status. Default 400.</param>
    public static IResult Refused(string why, string place, int status = StatusCodes.Status400BadRequest) => Message("Not done", why, place, "Back", status);

    private static IResult Message(string title, string text, string place, string link, int status) => Show<MessagePage>(
        new(StringComparer.Ordinal)
        {
            [nameof(MessagePage.Title)] = title,
            [nameof(MessagePage.Text)] = text,
            [nameof(MessagePage.Place)] = place,
            [nameof(MessagePage.LinkText)] = link,
        },
        status);
}
