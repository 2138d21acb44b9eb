using HelpDesk.Orchestrations.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Notices.Pager;

public static class PagerRegistration
{
    public static IServiceCollection AddPager(this IServiceCollection services) => services.AddSingleton<INoticeChannel, PagerChannel>();
}
