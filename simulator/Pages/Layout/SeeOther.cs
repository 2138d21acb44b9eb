namespace HelpDesk.Simulator.Pages.Layout;

/// <summary>Sends the browser to a page of ours after a form, by GET.</summary>
internal sealed class SeeOther(string path) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
