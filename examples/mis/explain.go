package mis

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"io/fs"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	modernc "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// cause is a kind of failure with what to do about it.
type cause struct {
	is   func(error) bool
	text bilingual.Text
}

// causes are looked through in their order.
var causes = []cause{
	{isError(context.Canceled), bilingual.Text{ZH: "已按要求停止", EN: "stopped as you asked"}},
	{isError(context.DeadlineExceeded), bilingual.Text{ZH: "超过了规定的时间；请检查数据库是否繁忙，再试一次", EN: "it took longer than allowed: see whether the database is busy, and try again"}},
	{func(err error) bool { return errors.As(err, new(*NewerError)) }, bilingual.Text{ZH: "数据库由更新的版本建立；请用新版程序打开", EN: "a later version has made the database: open it with that"}},
	{isError(ErrFilled), bilingual.Text{ZH: "数据库里已有登记表；请另取一个文件名，或换一个空的数据库", EN: "the database has registers already: take another file or an empty database"}},
	{isError(ErrPushed), bilingual.Text{ZH: "由数据库计数时列不出逐条清单；请去掉 -push", EN: "a database that counts lists no records: leave -push out"}},
	{isError(ErrNoKey), bilingual.Text{ZH: "记录没有编号；请填写编号后再保存", EN: "the record has no number: give it one and save again"}},
	{func(err error) bool { return errors.As(err, new(*RegisterError)) }, bilingual.Text{ZH: "没有这个登记表，或表中记录没有编号；请核对表名", EN: "there is no such register, or its records have no numbers: check its name"}},
	{func(err error) bool { return errors.As(err, new(*FieldError)) }, bilingual.Text{ZH: "要保存的内容与表的列不符；请核对列名和值，没有保存", EN: "what is to be saved does not fit the columns of the table: check names and values; nothing was saved"}},
	{coded(onCode(codes.SQLITE_CONSTRAINT), "23", nil), bilingual.Text{ZH: "与库中的数据不符，如没有所填的学校或县（市、区）代码，或编号重复；请核对，没有保存", EN: "it does not fit what the database has, such as a school or county that is not there, or a number that is there already: check it; nothing was saved"}},
	{coded(onCode(codes.SQLITE_FULL), "53100", syscall.ENOSPC), bilingual.Text{ZH: "磁盘已满；请腾出空间再试，已有的数据没有改动", EN: "the disk is full: make room and try again; what was there is unchanged"}},
	{coded(onCode(codes.SQLITE_BUSY, codes.SQLITE_LOCKED), "55P03", nil), bilingual.Text{ZH: "数据库正被别的程序占用；请等它结束，或关闭它，再试一次", EN: "another program holds the database: wait until it ends, or close it, and try again"}},
	{coded(onCode(codes.SQLITE_NOTADB, codes.SQLITE_CORRUPT), "", nil), bilingual.Text{ZH: "这个文件不是数据库，或已损坏；请核对文件名，或从备份恢复", EN: "the file is no database, or is damaged: check its name, or restore it from a backup"}},
	{coded(onCode(codes.SQLITE_READONLY, codes.SQLITE_PERM, codes.SQLITE_AUTH), "42501", syscall.EROFS), bilingual.Text{ZH: "没有写入权限；请让管理员授权，或换一个可以写的文件夹", EN: "no permission to write: ask the administrator, or take a folder that can be written to"}},
	{refused("28", "3D"), bilingual.Text{ZH: "数据库拒绝了连接：用户、密码或库名不对；请核对连接文字", EN: "the database refuses: user, password or its name is wrong; check the connection"}},
	{isLost, bilingual.Text{ZH: "与数据库的连接中断或连不上；请检查数据库是否在运行、网络是否通，再试一次", EN: "the connection to the database is lost or cannot be made: see whether it runs and can be reached, and try again"}},
	{isError(fs.ErrPermission), bilingual.Text{ZH: "没有权限；请让管理员授权", EN: "no permission: ask the administrator"}},
	{isError(fs.ErrNotExist), bilingual.Text{ZH: "没有这个文件或文件夹；请核对名称", EN: "there is no such file or folder: check the name"}},
	{isError(syscall.EISDIR), bilingual.Text{ZH: "这是文件夹，不是文件；请写出文件名", EN: "it is a folder and no file: name the file"}},
	{coded(onCode(codes.SQLITE_CANTOPEN), "", nil), bilingual.Text{ZH: "打不开数据库文件；请核对文件夹是否存在、有无权限", EN: "the file of the database cannot be opened: see whether its folder is there, and who may write to it"}},
	{coded(onCode(codes.SQLITE_IOERR), "", nil), bilingual.Text{ZH: "读写磁盘出错；请检查磁盘，再试一次", EN: "the disk cannot be read or written: check it and try again"}},
}

// Explain says in one line what went wrong and what to do about it, the words of the
// database behind. Whatever went wrong, there is no verdict.
func Explain(err error, l bilingual.Language) string {
	if err == nil {
		return ""
	}
	text := strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", l.Pick("；", "; "))
	if advice := Advice(err, l); advice != "" {
		return advice + l.Pick("（", " (") + text + l.Pick("）", ")")
	}
	return text
}

// Advice is Explain without the words of the database, which may name records and users: for
// those who are not to read them. It is "" where nothing is known about the error.
func Advice(err error, l bilingual.Language) string {
	for _, c := range causes {
		if err != nil && c.is(err) {
			return c.text.In(l)
		}
	}
	return ""
}

func isError(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

// onCode reports whether SQLite has given one of some codes, in whatever variety.
func onCode(wanted ...int) func(error) bool {
	return func(err error) bool {
		var of *modernc.Error
		if !errors.As(err, &of) {
			return false
		}
		for _, code := range wanted {
			if of.Code()&0xff == code {
				return true
			}
		}
		return false
	}
}

// coded adds a code of PostgreSQL and one of the system to those of SQLite.
func coded(inSQLite func(error) bool, inPostgres string, inSystem error) func(error) bool {
	return func(err error) bool {
		return inSQLite(err) || inPostgres != "" && refused(inPostgres)(err) || inSystem != nil && errors.Is(err, inSystem)
	}
}

// refused reports whether PostgreSQL has given a code that begins so.
func refused(beginnings ...string) func(error) bool {
	return func(err error) bool {
		var of *pgconn.PgError
		if !errors.As(err, &of) {
			return false
		}
		for _, beginning := range beginnings {
			if strings.HasPrefix(of.Code, beginning) {
				return true
			}
		}
		return false
	}
}

// isLost reports whether a connection ended or could not be made: 57P is a server that is
// told to stop, or is starting, 08 a connection that failed.
func isLost(err error) bool {
	return refused("57P", "08")(err) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.EPIPE) || errors.Is(err, syscall.ECONNRESET) || errors.As(err, new(*net.OpError)) || errors.As(err, new(*pgconn.ConnectError))
}
